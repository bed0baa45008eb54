package salesconveyor.acquisition;

import org.jspecify.annotations.Nullable;

/**
 * An opportunity.
 *
 * @param channel a key of {@link Channel}
 * @param campaign what within the channel brought it: a trade show, a list, a mailing, a link's campaign, a person
 * @param owner the manager who accepted it; nobody yet
 */
public record Opportunity(
        String number,
        String companyNumber,
        String channel,
        @Nullable String campaign,
        @Nullable String owner) {}
