package salesconveyor.team;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.engine.Refused;
import salesconveyor.engine.Staff;
import salesconveyor.work.Substitutions;
import salesconveyor.work.Substitutions.Substitution;

/** Enters who is away and who stands in. */
@Component
@Transactional
public class Absences {
    private static final int LONGEST_YEARS = 1;

    private final Substitutions substitutions;
    private final TeamActs acts;
    private final Staff staff;
    private final Clock clock;

    Absences(Substitutions substitutions, TeamActs acts, Staff staff, Clock clock) {
        this.substitutions = substitutions;
        this.acts = acts;
        this.staff = staff;
        this.clock = clock;
    }

    /**
     * Names a substitute.
     *
     * @param from the first day away, like 2026-12-24
     * @param until the last day away
     */
    public void name(
            @Nullable String person,
            @Nullable String substitute,
            @Nullable String from,
            @Nullable String until,
            String by) {
        String away = known(person);
        String standsIn = known(substitute);
        LocalDate first = day(from);
        LocalDate last = day(until);
        OffsetDateTime now = OffsetDateTime.now(clock);
        OffsetDateTime begin = begin(first);
        OffsetDateTime end = begin(last.plusDays(1));
        if (away.equals(standsIn)) {
            throw new Refused("Nobody stands in for themselves; please choose somebody else.");
        }
        if (last.isBefore(first)) {
            throw new Refused("The last day {0} lies before the first day {1}.", last.toString(), first.toString());
        }
        if (!end.isAfter(now) || last.isAfter(first.plusYears(LONGEST_YEARS))) {
            throw new Refused("Please enter an absence that is not over yet and lasts at most a year.");
        }
        List<String> groups = staff.groupsOf(standsIn);
        if (staff.groupsOf(away).stream().noneMatch(groups::contains)) {
            throw new Refused(
                    "{0} has no role in common with {1} and could do none of these tasks; please choose somebody else.",
                    standsIn, away);
        }
        // One that was ended today is over.
        for (Substitution other : substitutions.from(begin.isAfter(now) ? begin : now)) {
            if (other.awayFrom().isBefore(end)) {
                check(other, away, standsIn);
            }
        }
        substitutions.add(away, standsIn, begin, end, by);
        acts.add(TeamActs.Kind.AWAY, away, standsIn, first + " - " + last, by);
    }

    /** One at a time for each person, and whoever stands in is there. */
    private static void check(Substitution other, String away, String standsIn) {
        if (other.person().equals(away)) {
            throw new Refused("{0} is entered as away in this time already; end that first.", away);
        }
        if (other.person().equals(standsIn)) {
            throw new Refused("{0} is away in this time, too; please choose somebody else.", standsIn);
        }
        if (other.substitute().equals(away)) {
            throw new Refused(
                    "{0} stands in for {1} in this time; name somebody else there first.", away, other.person());
        }
    }

    /** The person is back now. @return false if there is no such absence, or it is over */
    public boolean end(long id, String by) {
        Substitution absence = substitutions.find(id).orElse(null);
        if (absence == null || !substitutions.end(id, OffsetDateTime.now(clock))) {
            return false;
        }
        acts.add(TeamActs.Kind.BACK, absence.person(), absence.substitute(), "", by);
        return true;
    }

    /** Ends whatever this person is part of. */
    void endAll(String person, String by) {
        substitutions.from(OffsetDateTime.now(clock)).stream()
                .filter(absence ->
                        absence.person().equals(person) || absence.substitute().equals(person))
                .forEach(absence -> end(absence.id(), by));
    }

    private String known(@Nullable String login) {
        if (login == null || login.isBlank()) {
            throw new Refused("Please choose who is away and who stands in.");
        }
        if (staff.groupsOf(login).isEmpty()) {
            throw new Refused("{0} is not one of our people, or has no role.", login);
        }
        return login;
    }

    private static LocalDate day(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new Refused("Please enter the first and the last day.");
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new Refused("{0} is not a date; write it like 2026-12-24.", text);
        }
    }

    private OffsetDateTime begin(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toOffsetDateTime();
    }
}
