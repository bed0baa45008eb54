package salesconveyor.economics.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The operations of the shipped models and the models that they stand in. */
final class Operable {
    private static final Map<String, String> PROCESSES = Map.ofEntries(
            Map.entry("researchCompany", "acquireClient"),
            Map.entry("callCompany", "acquireClient"),
            Map.entry("decideUntakenCall", "acquireClient"),
            Map.entry("acceptLead", "acquireClient"),
            Map.entry("judgeLead", "acquireClient"),
            Map.entry("warmUpCall", "sellToClient"),
            Map.entry("holdFirstMeeting", "sellToClient"),
            Map.entry("prepareProposal", "sellToClient"),
            Map.entry("approveDiscount", "sellToClient"),
            Map.entry("negotiateDeal", "sellToClient"),
            Map.entry("completeBilling", "serveClient"),
            Map.entry("shipOrder", "serveClient"),
            Map.entry("decideShipment", "serveClient"),
            Map.entry("callDebtor", "collectPayment"),
            Map.entry("decideOverdue", "collectPayment"),
            Map.entry("askSatisfaction", "measureSatisfaction"),
            Map.entry("recoverClient", "measureSatisfaction"),
            Map.entry("contactClient", "developClient"),
            Map.entry("resolvePayment", "importStatement"),
            Map.entry("reviewImport", "importLeads"),
            Map.entry("prepareMailing", "sendMailing"),
            Map.entry("approveMailing", "sendMailing"));

    /** Selling, and what only a head decides: nobody else does that. */
    private static final Set<String> STAY = Set.of(
            "warmUpCall",
            "holdFirstMeeting",
            "negotiateDeal",
            "decideUntakenCall",
            "approveDiscount",
            "decideOverdue",
            "approveMailing");

    private Operable() {}

    static Optional<String> process(String station) {
        return Optional.ofNullable(PROCESSES.get(station));
    }

    /** Whether somebody else might do it. */
    static boolean isMovable(String station) {
        return PROCESSES.containsKey(station) && !STAY.contains(station);
    }

    static List<Choice> movable(Wording.In words) {
        return PROCESSES.entrySet().stream()
                .filter(one -> isMovable(one.getKey()))
                .map(one -> new Choice(one.getKey(), words.station(one.getValue(), one.getKey())))
                .sorted(Comparator.comparing(Choice::title))
                .toList();
    }
}
