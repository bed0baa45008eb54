package salesconveyor.payments;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which step towards an unpaid invoice is due today. The level comes from the decision table, the log says what was
 * done already: no level twice, nothing before a promised day has passed, nothing but a decision while the client
 * disputes the invoice, and for some days nothing while he may have paid.
 */
final class DunningPlan {
    /** A step; LETTER is one of the three letters, HOLD is due but held back. */
    enum Step {
        WAIT,
        HOLD,
        LETTER,
        CALL,
        DECIDE
    }

    /**
     * The circumstances of today.
     *
     * @param bankUnclear the statement of the day before is missing, or an entry that may be this client's is unresolved
     * @param noCalls the client must not be called
     * @param address whether a letter has a way to the client, by mail or by post
     */
    record Today(LocalDate day, int daysOverdue, boolean bankUnclear, boolean noCalls, boolean address) {}

    /**
     * The bounds of all loops.
     *
     * @param holdDays so long at most a step waits for the bank, and so many working days a proforma
     * @param calls so many calls without an answer, and so many broken promises, before a head decides
     * @param decideAgainDays so long nothing happens after deliveries were stopped or released
     * @param smallRestDays after so long a head decides about what is too small for a letter
     */
    record Limits(int holdDays, int calls, int promises, int decideAgainDays, int smallRestDays) {}

    static final List<String> LEVELS = List.of("PRE_REMINDER", "REMINDER", "SECOND_NOTICE", "CALL", "DECIDE");
    private static final List<String> DECISIONS = List.of("STOP", "RELEASE");

    private final String level;
    private final List<DunningEntry> done;
    private final List<DunningEntry> log;
    private final Today today;
    private final Limits limits;

    private DunningPlan(String level, List<DunningEntry> log, Today today, Limits limits) {
        boolean smallRest = level.equals("WAIT") && today.daysOverdue() >= limits.smallRestDays();
        this.level = smallRest ? "DECIDE" : level;
        this.log = log;
        this.done = log.stream()
                .filter(entry -> !entry.outcome().equals(DunningEntry.HELD))
                .filter(entry -> !entry.outcome().equals(DunningEntry.PLANNED))
                .toList();
        this.today = today;
        this.limits = limits;
    }

    /** @param log what was done since the invoice has its due date */
    static Step due(String level, List<DunningEntry> log, Today today, Limits limits) {
        return new DunningPlan(level, log, today, limits).due();
    }

    private Step due() {
        DunningEntry last = done.isEmpty() ? null : done.get(done.size() - 1);
        if (last != null && last.outcome().equals("DISPUTED")) {
            return Step.DECIDE;
        }
        if (level.equals("WAIT") || any(this::isPromiseAhead) || any(this::isFreshDecision)) {
            return Step.WAIT;
        }
        Step step = level.equals("DECIDE") ? Step.DECIDE : level.equals("CALL") ? call() : letter();
        return step != Step.WAIT && isHeld() ? Step.HOLD : step;
    }

    private Step letter() {
        if (any(entry -> isLetter(entry) && rank(entry.step()) >= rank(level))) {
            return Step.WAIT;
        }
        if (today.address()) {
            return Step.LETTER;
        }
        return today.noCalls() ? Step.WAIT : again();
    }

    private Step call() {
        if (!today.noCalls()) {
            return again();
        }
        boolean written = any(entry -> isLetter(entry) && entry.step().equals("SECOND_NOTICE"));
        return written || !today.address() ? Step.WAIT : Step.LETTER;
    }

    /** Another call while calls are few enough; a person who was reached is called again when he broke his promise. */
    private Step again() {
        if (count("NO_ANSWER") >= limits.calls() || count("PROMISED") >= limits.promises()) {
            return Step.DECIDE;
        }
        boolean calledToday =
                any(entry -> entry.step().equals("CALL") && entry.doneOn().equals(today.day()));
        return calledToday ? Step.WAIT : Step.CALL;
    }

    /** Held since the last thing that was done, and not for too long yet. */
    private boolean isHeld() {
        if (!today.bankUnclear()) {
            return false;
        }
        LocalDate since = today.day();
        for (int i = log.size() - 1; i >= 0 && isHold(log.get(i)); i--) {
            since = log.get(i).doneOn();
        }
        return today.day().isBefore(since.plusDays(limits.holdDays()));
    }

    private boolean isHold(DunningEntry entry) {
        return entry.outcome().equals(DunningEntry.HELD) && entry.step().equals(level);
    }

    private boolean isPromiseAhead(DunningEntry entry) {
        return entry.promised() != null && !entry.promised().isBefore(today.day());
    }

    private boolean isFreshDecision(DunningEntry entry) {
        return DECISIONS.contains(entry.outcome())
                && today.day().isBefore(entry.doneOn().plusDays(limits.decideAgainDays()));
    }

    private static boolean isLetter(DunningEntry entry) {
        return entry.outcome().equals(DunningEntry.SENT);
    }

    private long count(String outcome) {
        return done.stream().filter(entry -> entry.outcome().equals(outcome)).count();
    }

    private boolean any(Predicate<DunningEntry> condition) {
        return done.stream().anyMatch(condition);
    }

    static int rank(String level) {
        return LEVELS.indexOf(level);
    }
}
