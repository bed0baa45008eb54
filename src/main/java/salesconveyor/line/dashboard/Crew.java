package salesconveyor.line.dashboard;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Who completed tasks of a station, without names.
 *
 * @param people so many
 * @param personDays days on which one of them completed something, at whatever station, as far as they lie in the time
 * @param touchSeconds their work at all stations
 */
public record Crew(int people, double personDays, double touchSeconds) {
    static final Crew NOBODY = new Crew(0, 0, 0);
    static final int HOURS_A_DAY = 8;

    /** What one person did in a time. */
    record Member(String worker, double days, double touchSeconds) {}

    static Crew of(Collection<Member> members) {
        return new Crew(
                members.size(),
                members.stream().mapToDouble(Member::days).sum(),
                members.stream().mapToDouble(Member::touchSeconds).sum());
    }

    /** The share of their days of eight hours that they were at a task. */
    @JsonProperty
    public @Nullable Double busy() {
        return personDays == 0 ? null : touchSeconds / (personDays * HOURS_A_DAY * 3600.0);
    }
}
