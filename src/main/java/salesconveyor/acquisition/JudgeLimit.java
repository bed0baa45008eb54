package salesconveyor.acquisition;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import salesconveyor.people.WorkingTime;

/** How long a lead in the sample waits for a manager's judgement: then it goes on as if it had not been drawn. */
@Component
class JudgeLimit {
    private final WorkingTime workingTime;
    private final Clock clock;
    private final Duration limit;

    JudgeLimit(
            WorkingTime workingTime, Clock clock, @Value("${conveyor.acquisition.judge-limit:PT45H}") Duration limit) {
        this.workingTime = workingTime;
        this.clock = clock;
        this.limit = limit;
    }

    OffsetDateTime fromNow() {
        return workingTime.after(ZonedDateTime.now(clock), limit).toOffsetDateTime();
    }
}
