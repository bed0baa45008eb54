package salesconveyor.economics.simulation;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/**
 * The hours of a week in which a crew works, every week the same; public holidays are not in it. Times are minutes since
 * a Monday at midnight.
 */
public final class Week {
    private static final double MINUTES = 7 * 24 * 60;
    private static final double DAY = 24 * 60;

    /** A moment that is so near to an opening is the opening: sums of minutes are not exact. */
    private static final double NEAR = 1e-6;

    /** Minutes of the week; the end does not belong to it. */
    private record Stretch(double from, double until) {}

    private final List<Stretch> stretches;
    private final double open;

    private Week(List<Stretch> stretches) {
        this.stretches = stretches;
        this.open = stretches.stream()
                .mapToDouble(stretch -> stretch.until() - stretch.from())
                .sum();
    }

    /** @throws IllegalArgumentException when there is no minute to work in */
    public static Week of(Set<DayOfWeek> days, LocalTime from, LocalTime until) {
        double begins = from.toSecondOfDay() / 60.0;
        double ends = until.toSecondOfDay() / 60.0;
        if (days.isEmpty() || ends <= begins) {
            throw new IllegalArgumentException("Nobody works on " + days + " from " + from + " to " + until);
        }
        return new Week(days.stream()
                .sorted()
                .map(day -> (day.getValue() - 1) * DAY)
                .map(midnight -> new Stretch(midnight + begins, midnight + ends))
                .toList());
    }

    /** How long the crew works between two moments, both told from that Monday on. */
    public long seconds(Duration from, Duration until) {
        return Math.round(60 * open(from.toSeconds() / 60.0, until.toSeconds() / 60.0));
    }

    static Week always() {
        return new Week(List.of(new Stretch(0, MINUTES)));
    }

    boolean isOpen(double time) {
        return opening(time) <= time + NEAR;
    }

    /** This moment when the crew works, else when it begins next. */
    double opening(double time) {
        double week = Math.floor((time + NEAR) / MINUTES) * MINUTES;
        double minute = time - week;
        for (Stretch stretch : stretches) {
            if (minute + NEAR < stretch.until()) {
                return Math.max(time, week + stretch.from());
            }
        }
        return week + MINUTES + stretches.get(0).from();
    }

    /** When the crew begins next after this moment, whether it works now or not. */
    double nextOpening(double time) {
        double next = opening(time);
        return next > time + NEAR ? next : opening(closing(time));
    }

    /** When so much work is done that begins in this moment; what is left at closing goes on at the next opening. */
    double finish(double time, double work) {
        double left = work;
        double now = opening(time);
        while (left > closing(now) - now + NEAR) {
            left -= closing(now) - now;
            now = opening(closing(now));
        }
        return now + left;
    }

    /** How many of the minutes between two moments are worked. */
    double open(double from, double until) {
        return openSince(until) - openSince(from);
    }

    private double openSince(double time) {
        double weeks = Math.floor(time / MINUTES);
        double minute = time - weeks * MINUTES;
        return weeks * open
                + stretches.stream()
                        .mapToDouble(stretch -> Math.max(0, Math.min(minute, stretch.until()) - stretch.from()))
                        .sum();
    }

    private double closing(double time) {
        double week = Math.floor((time + NEAR) / MINUTES) * MINUTES;
        double minute = time - week;
        for (Stretch stretch : stretches) {
            if (minute + NEAR < stretch.until()) {
                return week + stretch.until();
            }
        }
        return week + MINUTES;
    }
}
