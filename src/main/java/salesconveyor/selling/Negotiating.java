package salesconveyor.selling;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.validator.routines.EmailValidator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.companies.SuppressionList;
import salesconveyor.engine.FormValues;
import salesconveyor.engine.Refused;

/**
 * What managers enter after a call, a meeting or a negotiation. Every loop is bounded: an outcome that was chosen too
 * often is refused with the ways out.
 */
@Component
@Transactional
class Negotiating {
    private static final int LATER_AT_MOST_DAYS = 366;

    private final Sales sales;
    private final SuppressionList suppressions;
    private final Clock clock;
    private final Map<String, Integer> limits;

    Negotiating(
            Sales sales,
            SuppressionList suppressions,
            Clock clock,
            @Value("${conveyor.selling.max-later:3}") int maxLater,
            @Value("${conveyor.selling.max-no-shows:3}") int maxNoShows,
            @Value("${conveyor.selling.max-revisions:5}") int maxRevisions) {
        this.sales = sales;
        this.suppressions = suppressions;
        this.clock = clock;
        this.limits = Map.of("LATER", maxLater, "NO_SHOW", maxNoShows, "REVISE", maxRevisions);
    }

    Step record(String opportunity, String company, String station, FormValues form, @Nullable String author) {
        String outcome = form.required("outcome");
        if (sales.count(opportunity, station, outcome) >= limits.getOrDefault(outcome, Integer.MAX_VALUE)) {
            throw new Refused(
                    "This outcome was already chosen {0} times; please decide for another one.", limits.get(outcome));
        }
        LocalDate later = form.date("laterDate");
        OffsetDateTime meeting = form.dateTime("meetingTime");
        String lostReason = form.text("lostReason");
        String text = firstText(form.text("need"), form.text("changes"), form.text("saleNotes"));
        SaleResult result =
                switch (outcome) {
                    case "LOST" -> SaleResult.LOST;
                    case "DO_NOT_CALL" -> SaleResult.SUPPRESSED;
                    default -> null;
                };
        sales.note(opportunity, station, outcome, author, text);
        String email = form.text("proposalEmail");
        if (email != null) {
            sales.email(opportunity, checkedAddress(email));
        }
        if (result == SaleResult.SUPPRESSED) {
            suppressions.add(company, text);
        }
        if (result != null) {
            sales.close(opportunity, result, lostReason);
        }
        return new Step(outcome, "LATER".equals(outcome) ? laterUntil(later) : null, checked(meeting), result);
    }

    /** The notes so far, one a line, for the form of the next task. */
    String story(String opportunity) {
        return sales.story(opportunity).stream()
                .filter(note -> note.text() != null)
                .map(note -> "• " + note.text() + (note.author() == null ? "" : " (" + note.author() + ")"))
                .collect(Collectors.joining("\n"));
    }

    private OffsetDateTime laterUntil(@Nullable LocalDate day) {
        LocalDate today = LocalDate.now(clock);
        if (day == null || !day.isAfter(today) || day.isAfter(today.plusDays(LATER_AT_MOST_DAYS))) {
            throw new Refused("\"Not before\" must be a day from tomorrow to a year from now.");
        }
        return day.atTime(9, 0).atZone(clock.getZone()).toOffsetDateTime();
    }

    private @Nullable OffsetDateTime checked(@Nullable OffsetDateTime meeting) {
        if (meeting != null && meeting.isBefore(OffsetDateTime.now(clock))) {
            throw new Refused("The meeting lies in the past; please enter a time from now on.");
        }
        return meeting;
    }

    private static String checkedAddress(String email) {
        if (!EmailValidator.getInstance().isValid(email)) {
            throw new Refused("{0} is not an e-mail address; please correct it.", email);
        }
        return email;
    }

    private static @Nullable String firstText(@Nullable String... texts) {
        return java.util.Arrays.stream(texts)
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.collectingAndThen(Collectors.joining("\n"), all -> all.isEmpty() ? null : all));
    }
}
