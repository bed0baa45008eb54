package salesconveyor.economics;

import java.util.Map;
import java.util.Set;
import salesconveyor.work.HandOff;

/** Where the next station says whether the work of one was good: what pay by the unit and rework are counted by. */
final class Checks {
    /** A researcher's card: good once somebody of the company answered the telephone. */
    static final HandOff CARD = new HandOff(
            "researchCompany",
            "FOUND",
            "callCompany",
            Set.of("ANSWERED", "GATEKEEPER", "CALLBACK", "ALREADY_CLIENT", "REFUSED", "DO_NOT_CALL"),
            Set.of("WRONG_NUMBER", "WRONG_PERSON"));

    /** A caller's lead: good once a manager has accepted it. */
    static final HandOff LEAD =
            new HandOff("callCompany", "ANSWERED", "acceptLead", Set.of("ACCEPT"), Set.of("RETURN"));

    private static final HandOff PROPOSAL =
            new HandOff("prepareProposal", "READY", "approveDiscount", Set.of("APPROVE"), Set.of("REJECT"));

    static final Map<String, HandOff> BY_STATION =
            Map.of(CARD.giving(), CARD, LEAD.giving(), LEAD, PROPOSAL.giving(), PROPOSAL);

    /** Where the next station sees only what is out of the ordinary: what it does not see counts as good. */
    static boolean isPartial(HandOff check) {
        return check.equals(PROPOSAL);
    }

    private Checks() {}
}
