package salesconveyor.companies;

import org.jspecify.annotations.Nullable;

/** An address that may get a mailing, in the spelling of {@link EmailAddress}. */
public record MailingContact(
        String email, String companyNumber, @Nullable String person) {}
