package salesconveyor.line.dashboard;

import java.time.Duration;
import java.time.OffsetDateTime;
import salesconveyor.engine.Refused;

/** The time that figures are about: from this moment, before that one; an hour to a year long. */
public record Period(OffsetDateTime from, OffsetDateTime until) {
    private static final Duration SHORTEST = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(366);

    public Period {
        if (!from.isBefore(until)) {
            throw new Refused("The time begins at {0} and ends before, at {1}.", from.toString(), until.toString());
        }
        Duration length = Duration.between(from, until);
        if (length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0) {
            throw new Refused("Please choose a time between an hour and a year.");
        }
    }

    /** The time that ends now. */
    static Period last(Duration length, OffsetDateTime now) {
        return new Period(now.minus(length), now);
    }

    /** Without the time before the first record; a week stays at least, for a first morning says nothing of the others. */
    Period since(OffsetDateTime first) {
        OffsetDateTime week = until.minusDays(7);
        OffsetDateTime begin = first.isAfter(week) ? week : first;
        return begin.isAfter(from) ? new Period(begin, until) : this;
    }

    double seconds() {
        return Duration.between(from, until).toSeconds();
    }

    double days() {
        return seconds() / Duration.ofDays(1).toSeconds();
    }
}
