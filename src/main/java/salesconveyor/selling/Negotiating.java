package salesconveyor.selling;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.validator.routines.EmailValidator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.acquisition.Arrival;
import salesconveyor.acquisition.Inquiries;
import salesconveyor.companies.ContactScope;
import salesconveyor.companies.Contacting;
import salesconveyor.engine.FormValues;
import salesconveyor.engine.Refused;
import salesconveyor.engine.Variable;

/**
 * What managers enter after a call, a meeting or a negotiation. Every loop is bounded: an outcome that was chosen too
 * often is refused with the ways out.
 */
@Component
@Transactional
class Negotiating {
    private static final int MEETING_AT_MOST_DAYS = 366;

    private final Sales sales;
    private final Clearance clearance;
    private final Inviting inviting;
    private final ComingBack comingBack;
    private final Inquiries inquiries;
    private final Arrival arrival;
    private final Contacting contacting;
    private final Clock clock;
    private final Map<String, Integer> limits;

    Negotiating(
            Sales sales,
            Clearance clearance,
            Inviting inviting,
            ComingBack comingBack,
            Inquiries inquiries,
            Arrival arrival,
            Contacting contacting,
            Clock clock,
            @Value("${conveyor.selling.max-later:3}") int maxLater,
            @Value("${conveyor.selling.max-no-shows:3}") int maxNoShows,
            @Value("${conveyor.selling.max-revisions:5}") int maxRevisions) {
        this.sales = sales;
        this.clearance = clearance;
        this.inviting = inviting;
        this.comingBack = comingBack;
        this.inquiries = inquiries;
        this.arrival = arrival;
        this.contacting = contacting;
        this.clock = clock;
        this.limits = Map.of("LATER", maxLater, "NO_SHOW", maxNoShows, "REVISE", maxRevisions);
    }

    Step record(String opportunity, String company, String station, FormValues form, @Nullable String author) {
        String outcome = form.required("outcome");
        int limit = limits.getOrDefault(outcome, Integer.MAX_VALUE);
        if (sales.count(opportunity, station, outcome) >= limit && !isForced(opportunity, outcome)) {
            throw new Refused("This outcome was already chosen {0} times; please decide for another one.", limit);
        }
        if (outcome.equals("WON")) {
            clearance.checkWinnable(opportunity);
        }
        var away = comingBack.read(opportunity, station, outcome, form);
        OffsetDateTime meeting = checked(form.dateTime("meetingTime"));
        String text = firstText(away.told(), form.text("need"), form.text("changes"), form.text("saleNotes"));
        SaleResult result =
                switch (outcome) {
                    case "LOST" -> away.until() == null ? SaleResult.LOST : null;
                    case "DO_NOT_CALL" -> SaleResult.SUPPRESSED;
                    default -> null;
                };
        sales.note(opportunity, station, outcome, away.reason(), author, text);
        String email = form.text("proposalEmail");
        if (email != null) {
            sales.email(opportunity, checkedAddress(email));
        }
        if (result == SaleResult.SUPPRESSED) {
            contacting.forbid(company, ContactScope.COMPANY, text, opportunity);
        }
        if (result != null) {
            sales.close(opportunity, result, away.reason());
        }
        keepCalendars(opportunity, company, outcome, meeting, form, author);
        return new Step(away.until() == null ? outcome : "LATER", away.until(), meeting, result);
    }

    /** A proposal that expired must be made anew, however often it was changed before. */
    private boolean isForced(String opportunity, String outcome) {
        return outcome.equals("REVISE") && clearance.isSentExpired(opportunity);
    }

    private void keepCalendars(
            String opportunity,
            String company,
            String outcome,
            @Nullable OffsetDateTime meeting,
            FormValues form,
            @Nullable String author) {
        switch (outcome) {
            case "MEETING", "NO_SHOW" -> {
                if (meeting != null) {
                    inviting.invite(opportunity, company, MeetingWish.of(form, meeting), author);
                }
            }
            case "PROPOSAL" -> inviting.held(opportunity);
            default -> inviting.over(opportunity);
        }
    }

    /** What the client wrote and the notes so far, for the form of the next task. */
    String story(String opportunity) {
        Stream<String> notes = sales.story(opportunity).stream()
                .filter(note -> note.text() != null)
                .map(note -> "• " + note.text() + (note.author() == null ? "" : " (" + note.author() + ")"));
        String story = Stream.of(arrival.calls(opportunity).stream(), inquiries.told(opportunity).stream(), notes)
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
        return Variable.fitting(story);
    }

    private @Nullable OffsetDateTime checked(@Nullable OffsetDateTime meeting) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        if (meeting != null && meeting.isBefore(now)) {
            throw new Refused("The meeting lies in the past; please enter a time from now on.");
        }
        if (meeting != null && meeting.isAfter(now.plusDays(MEETING_AT_MOST_DAYS))) {
            throw new Refused(
                    "The meeting lies more than {0} days ahead; please enter an earlier time.", MEETING_AT_MOST_DAYS);
        }
        return meeting;
    }

    static String checkedAddress(String email) {
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
