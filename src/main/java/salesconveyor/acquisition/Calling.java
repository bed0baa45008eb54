package salesconveyor.acquisition;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.companies.Companies;
import salesconveyor.companies.Company;
import salesconveyor.companies.SuppressionList;
import salesconveyor.engine.FormValues;
import salesconveyor.engine.Refused;
import salesconveyor.people.WorkingTime;

/** The caller's craft: when a company can be called, and what came of a call. */
@Component
@Transactional
class Calling {
    /** When the next call may begin, and when the calling hours of that day end. */
    record Slot(OffsetDateTime notBefore, OffsetDateTime notAfter) {}

    /** What a call leaves for the decisions; callback is the promised time. */
    record Result(
            String outcome,
            BigDecimal monthlyVolume,
            String interest,
            boolean decisionMakerKnown,
            @Nullable OffsetDateTime callback) {}

    private final Companies companies;
    private final Opportunities opportunities;
    private final SuppressionList suppressions;
    private final WorkingTime workingTime;
    private final Clock clock;

    Calling(
            Companies companies,
            Opportunities opportunities,
            SuppressionList suppressions,
            WorkingTime workingTime,
            Clock clock) {
        this.companies = companies;
        this.opportunities = opportunities;
        this.suppressions = suppressions;
        this.workingTime = workingTime;
        this.clock = clock;
    }

    Slot next(String company, @Nullable String lastOutcome, @Nullable OffsetDateTime callback) {
        String zone = companies.get(company).zone();
        ZoneId theirs = zone == null ? clock.getZone() : ZoneId.of(zone);
        ZonedDateTime now = ZonedDateTime.now(clock).withZoneSameInstant(theirs);
        ZonedDateTime earliest = callback == null ? now.plus(pause(lastOutcome)) : callback.atZoneSameInstant(theirs);
        ZonedDateTime begin = workingTime.opening(earliest);
        return new Slot(begin.toOffsetDateTime(), workingTime.closing(begin).toOffsetDateTime());
    }

    /** Busy lines are free soon; whoever is away is tried at another time of the day. */
    private static Duration pause(@Nullable String outcome) {
        return switch (outcome == null ? "" : outcome) {
            case "BUSY" -> Duration.ofMinutes(30);
            case "NO_ANSWER" -> Duration.ofHours(4);
            case "VOICEMAIL", "GATEKEEPER" -> Duration.ofHours(23);
            default -> Duration.ZERO;
        };
    }

    Result record(String opportunity, String company, FormValues form, @Nullable String caller) {
        String outcome = form.required("outcome");
        BigDecimal volume = form.decimal("volume");
        String interest = form.text("interestLevel");
        boolean decides = form.flag("decides");
        OffsetDateTime callback = form.dateTime("callbackTime");
        if (callback != null && callback.isBefore(OffsetDateTime.now(clock))) {
            throw new Refused("The callback lies in the past; please enter a time from now on.");
        }
        String refusal = form.text("refusalReason");
        String notes = form.text("callNotes");
        String text = Stream.of(refusal, notes).filter(t -> t != null).collect(Collectors.joining("\n"));
        opportunities.called(opportunity, new Opportunities.Call(caller, outcome, volume, interest, decides, text));
        if (outcome.equals("DO_NOT_CALL")) {
            suppressions.add(company, notes);
        }
        if (outcome.startsWith("WRONG_")) {
            companies.forgetContact(company, outcome.equals("WRONG_NUMBER"));
        }
        return new Result(
                outcome,
                volume == null ? BigDecimal.ZERO : volume,
                interest == null ? "NONE" : interest,
                decides,
                callback);
    }

    /** The card and what the calls brought, one fact a line, for a form. */
    String facts(String opportunity, String number) {
        Company company = companies.get(number);
        Stream<@Nullable String> card =
                Stream.of(company.person(), company.position(), company.phone(), company.industry());
        Stream<String> calls = opportunities.calls(opportunity).stream()
                .filter(call -> call.notes() != null && !call.notes().isBlank())
                .map(call -> "• " + call.notes());
        return Stream.concat(card.filter(fact -> fact != null), calls).collect(Collectors.joining("\n"));
    }
}
