package salesconveyor.acquisition;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import salesconveyor.engine.Identities;
import salesconveyor.engine.Refused;
import salesconveyor.people.Role;
import salesconveyor.shared.Texts;

/** What it means that a caller takes a call or gives it back: until when it stays with him. */
@Component
class CallHolding {
    /** Long enough to finish a call that began in the last minute of the calling hours. */
    static final Duration GRACE = Duration.ofHours(1);

    private final CallingHours callingHours;
    private final Identities identities;
    private final Texts texts;
    private final Clock clock;

    CallHolding(CallingHours callingHours, Identities identities, Texts texts, Clock clock) {
        this.callingHours = callingHours;
        this.identities = identities;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * Outside the company's calling hours nobody may take a call, and a promised one nobody but its caller at first;
     * anybody may give one back.
     *
     * @param promiser who promised this call; nothing when nobody did
     * @param until how long it is his
     */
    void check(String company, @Nullable String caller, @Nullable String promiser, @Nullable OffsetDateTime until) {
        if (caller == null) {
            return;
        }
        callingHours.checkOpen(company);
        if (promiser != null && until != null && !caller.equals(promiser) && isHis(promiser, until)) {
            throw new Refused(
                    "{0} promised this call and alone may take it until {1}; please take another one.",
                    promiser, told(until));
        }
    }

    /** Whose call it is, for everybody who opens it; empty for one that nobody promised. */
    String told(@Nullable String promiser, @Nullable OffsetDateTime until) {
        return promiser == null || until == null || !isHis(promiser, until)
                ? ""
                : " · " + texts.say("promised by {0}, who alone may take it until {1}", promiser, told(until));
    }

    /** Nobody waits for a caller who has left. */
    private boolean isHis(String promiser, OffsetDateTime until) {
        return OffsetDateTime.now(clock).isBefore(until) && identities.isMember(promiser, Role.CALLERS.group());
    }

    private String told(OffsetDateTime time) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(texts.locale())
                .format(time.atZoneSameInstant(clock.getZone()));
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
        return inquiryDue == null ? null : late(caller, inquiryDue);
    }

    OffsetDateTime late(@Nullable String caller, OffsetDateTime inquiryDue) {
        OffsetDateTime finished = OffsetDateTime.now(clock).plus(GRACE);
        return caller == null || inquiryDue.isAfter(finished) ? inquiryDue : finished;
    }

    private OffsetDateTime later(OffsetDateTime hoursEnd) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return now.isAfter(hoursEnd) ? now : hoursEnd;
    }
}
