package salesconveyor.months;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;

/** Somebody of the team: what he may do, in the order he prefers it, when, and until when he is busy. */
class Worker {
    final String login;
    final List<String> groups;
    private final LocalTime from;
    private final LocalTime until;
    /** Touch time against that of somebody for whom the station was made, in percent. */
    final int pace;

    Instant busyUntil = Instant.EPOCH;

    Worker(String login, List<String> groups, String from, String until, int pace) {
        this.login = login;
        this.groups = groups;
        this.from = LocalTime.parse(from);
        this.until = LocalTime.parse(until);
        this.pace = pace;
    }

    /** The lunch hour of a whole day's shift is free. */
    boolean works(LocalTime now) {
        boolean lunch =
                !from.isAfter(LocalTime.of(9, 0)) && !until.isBefore(LocalTime.of(17, 0)) && now.getHour() == 12;
        return !now.isBefore(from) && now.isBefore(until) && !lunch;
    }
}
