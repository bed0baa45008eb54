package salesconveyor.acquisition;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What it means that a caller takes a call or gives it back: until when it stays with him. */
@Component
class CallHolding {
    /** Long enough to finish a call that began in the last minute of the calling hours. */
    static final Duration GRACE = Duration.ofHours(1);

    private final CallingHours callingHours;
    private final Clock clock;

    CallHolding(CallingHours callingHours, Clock clock) {
        this.callingHours = callingHours;
        this.clock = clock;
    }

    /** Outside the company's calling hours nobody may take a call; anybody may give one back. */
    void check(String company, @Nullable String caller) {
        if (caller != null) {
            callingHours.checkOpen(company);
        }
    }

    /**
     * When a call goes back to waiting: an hour after the calling hours when somebody has taken it.
     *
     * @return nothing for a call that was planned without calling hours
     */
    @Nullable
    OffsetDateTime backAt(@Nullable String caller, @Nullable OffsetDateTime hoursEnd) {
        return caller == null || hoursEnd == null ? hoursEnd : later(hoursEnd).plus(GRACE);
    }

    /** When an inquiry counts as late: whoever takes the call in time may finish it. */
    @Nullable
    OffsetDateTime lateAt(@Nullable String caller, @Nullable OffsetDateTime inquiryDue) {
        OffsetDateTime finished = OffsetDateTime.now(clock).plus(GRACE);
        return caller == null || inquiryDue == null || inquiryDue.isAfter(finished) ? inquiryDue : finished;
    }

    /** Nobody takes a promised call away from whoever has taken it by a click. */
    @Nullable
    OffsetDateTime freeAt(@Nullable String caller) {
        return caller == null ? null : CallPlanning.NEVER;
    }

    private OffsetDateTime later(OffsetDateTime hoursEnd) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return now.isAfter(hoursEnd) ? now : hoursEnd;
    }
}
