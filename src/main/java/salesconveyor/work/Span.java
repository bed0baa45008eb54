package salesconveyor.work;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A stretch of time; the end does not belong to it. */
record Span(Instant from, Instant until) {
    Duration length() {
        return Duration.between(from, until);
    }

    /** What is left of it when the others are cut out. */
    List<Span> without(List<Span> others) {
        List<Span> left = List.of(this);
        for (Span other : others) {
            List<Span> next = new ArrayList<>();
            left.forEach(span -> next.addAll(span.without(other)));
            left = next;
        }
        return left;
    }

    private List<Span> without(Span other) {
        if (!other.from.isBefore(until) || !from.isBefore(other.until)) {
            return List.of(this);
        }
        List<Span> left = new ArrayList<>();
        if (from.isBefore(other.from)) {
            left.add(new Span(from, other.from));
        }
        if (other.until.isBefore(until)) {
            left.add(new Span(other.until, until));
        }
        return left;
    }

    /** The part of it that lies in the other one too; nothing when they do not meet. */
    List<Span> within(Span other) {
        Instant later = from.isAfter(other.from) ? from : other.from;
        Instant earlier = until.isBefore(other.until) ? until : other.until;
        return later.isBefore(earlier) ? List.of(new Span(later, earlier)) : List.of();
    }
}
