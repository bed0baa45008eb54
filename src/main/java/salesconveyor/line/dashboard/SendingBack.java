package salesconveyor.line.dashboard;

import java.util.Map;
import java.util.Set;

/** Which outcomes send a case back to an earlier station. */
final class SendingBack {
    private static final Map<String, Set<String>> OUTCOMES = Map.of(
            "callCompany", Set.of("WRONG_NUMBER", "WRONG_PERSON"),
            "acceptLead", Set.of("RETURN"),
            "prepareProposal", Set.of("RETURN"),
            "approveDiscount", Set.of("REJECT"),
            "negotiateDeal", Set.of("REVISE"));

    private SendingBack() {}

    static boolean is(String station, String outcome) {
        return OUTCOMES.getOrDefault(station, Set.of()).contains(outcome);
    }
}
