package salesconveyor.selling;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.engine.Identities;
import salesconveyor.engine.Refused;

/**
 * Nobody approves a discount that they wrote themselves, however many roles they have. Where there is no second head of
 * sales, the only one may, and the case's story says so.
 */
@Component
@Transactional(readOnly = true)
class FourEyes {
    private static final String HEADS = "heads";

    private final Proposals proposals;
    private final Identities identities;
    private final boolean soleHeadApproves;

    FourEyes(
            Proposals proposals,
            Identities identities,
            @Value("${conveyor.selling.sole-head-approves:true}") boolean soleHeadApproves) {
        this.proposals = proposals;
        this.identities = identities;
        this.soleHeadApproves = soleHeadApproves;
    }

    /** @param person who takes the task of approving, or is given it; nobody when it goes back to the group */
    void check(String opportunity, @Nullable String person) {
        proposals.newest(opportunity).ifPresent(version -> check(version, person));
    }

    void check(Proposals.Version version, @Nullable String person) {
        if (person != null && isOwn(version, person) && !(soleHeadApproves && isAlone(person))) {
            throw new Refused(
                    "{0} wrote version {1} of this proposal, so another head of sales decides about its discount.",
                    person, version.version());
        }
    }

    static boolean isOwn(Proposals.Version version, @Nullable String person) {
        return person != null && person.equals(version.author());
    }

    private boolean isAlone(String person) {
        return identities.members(HEADS).stream().allMatch(head -> head.equals(person));
    }
}
