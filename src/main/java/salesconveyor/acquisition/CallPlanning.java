package salesconveyor.acquisition;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.acquisition.CallingHours.Hours;
import salesconveyor.acquisition.Opportunities.Attempt;

/**
 * Plans the next call: in the company's calling hours, at the promised minute, or in the other half of the day than the
 * last attempt that reached nobody.
 */
@Component
@Transactional(readOnly = true)
class CallPlanning {
    /** Limits a timer of a call that has no such limit. */
    static final OffsetDateTime NEVER = OffsetDateTime.parse("2999-12-31T00:00:00Z");

    /**
     * When a call may begin, until when it should have begun, and when it goes back to waiting.
     *
     * @param hoursEnd when the calling hours of that day end, and the call waits again if nobody has taken it
     * @param callerUntil until when a promised call belongs to the caller who promised it; nothing for one that
     *     nobody promised
     */
    record Plan(
            OffsetDateTime notBefore,
            OffsetDateTime due,
            int priority,
            OffsetDateTime hoursEnd,
            @Nullable OffsetDateTime callerUntil) {}

    private static final Set<String> NOBODY_REACHED = Set.of("NO_ANSWER", "BUSY", "VOICEMAIL", "GATEKEEPER");
    /** Busy lines are free soon. */
    private static final Duration BUSY = Duration.ofMinutes(30);
    /** Noon alone makes no other time of the day. */
    private static final Duration AWAY = Duration.ofHours(2);
    /** Whoever heard a message or an assistant is left alone until the next day. */
    private static final Duration TOLD = Duration.ofHours(12);

    /** The priority of whoever waits for our call. */
    static final int INQUIRY = 80;

    private static final int PROMISED = 70;
    private static final int USUAL = 40;

    private final Opportunities opportunities;
    private final CallingHours callingHours;
    private final Duration hold;

    CallPlanning(
            Opportunities opportunities,
            CallingHours callingHours,
            @Value("${conveyor.acquisition.callback-hold:PT30M}") Duration hold) {
        this.opportunities = opportunities;
        this.callingHours = callingHours;
        this.hold = hold;
    }

    /**
     * @param callback the promised time; nothing when nobody waits for our call
     * @param caller who promised it
     * @param inquiryDue when somebody who asked us must have been called; {@link #NEVER} when nobody did
     */
    Plan next(
            String opportunity,
            String company,
            @Nullable OffsetDateTime callback,
            @Nullable String caller,
            @Nullable OffsetDateTime inquiryDue) {
        Hours hours = callingHours.of(company);
        OffsetDateTime asked = inquiryDue != null && inquiryDue.isBefore(NEVER) ? inquiryDue : null;
        ZonedDateTime begin = callback != null
                ? hours.opening(callback)
                : asked != null ? hours.opening(hours.now()) : attempt(hours, opportunity);
        OffsetDateTime hoursEnd = hours.closing(begin).toOffsetDateTime();
        OffsetDateTime usual = callback == null ? halfDayEnd(begin, hoursEnd) : begin.toOffsetDateTime();
        return new Plan(
                begin.toOffsetDateTime(),
                asked == null ? usual : asked,
                asked != null ? INQUIRY : callback == null ? USUAL : PROMISED,
                hoursEnd,
                caller == null ? null : begin.toOffsetDateTime().plus(hold));
    }

    private ZonedDateTime attempt(Hours hours, String opportunity) {
        List<Attempt> attempts = opportunities.attempts(opportunity);
        if (attempts.isEmpty() || !NOBODY_REACHED.contains(attempts.get(0).outcome())) {
            return hours.opening(hours.now());
        }
        Attempt last = attempts.get(0);
        boolean soon = last.outcome().equals("BUSY")
                && (attempts.size() < 2 || !attempts.get(1).outcome().equals("BUSY"));
        ZonedDateTime called = last.called().atZoneSameInstant(hours.now().getZone());
        ZonedDateTime earliest = hours.opening(later(called.plus(soon ? BUSY : pause(last)), hours.now()));
        return soon ? earliest : inOtherHalf(earliest, HalfDay.of(called), hours);
    }

    private static Duration pause(Attempt last) {
        return last.outcome().equals("VOICEMAIL") || last.outcome().equals("GATEKEEPER") ? TOLD : AWAY;
    }

    /** Where people work in one half of the day only there is no other one. */
    private static ZonedDateTime inOtherHalf(ZonedDateTime earliest, HalfDay tried, Hours hours) {
        ZonedDateTime begin = earliest;
        for (int halves = 0; halves < 2 && HalfDay.of(begin) == tried; halves++) {
            begin = hours.opening(HalfDay.end(begin));
        }
        return HalfDay.of(begin) == tried ? earliest : begin;
    }

    private static OffsetDateTime halfDayEnd(ZonedDateTime begin, OffsetDateTime hoursEnd) {
        OffsetDateTime end = HalfDay.end(begin).toOffsetDateTime();
        return end.isBefore(hoursEnd) ? end : hoursEnd;
    }

    private static ZonedDateTime later(ZonedDateTime one, ZonedDateTime other) {
        return one.isAfter(other) ? one : other;
    }
}
