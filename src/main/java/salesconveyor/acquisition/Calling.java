package salesconveyor.acquisition;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.companies.CardReading;
import salesconveyor.companies.Companies;
import salesconveyor.companies.Company;
import salesconveyor.companies.ContactScope;
import salesconveyor.companies.Contacting;
import salesconveyor.companies.Defect;
import salesconveyor.companies.Defects;
import salesconveyor.engine.FormValues;
import salesconveyor.engine.Refused;
import salesconveyor.engine.Variable;
import salesconveyor.shared.Texts;

/** The caller's craft: what came of a call, and what the stations read of it. */
@Component
@Transactional
class Calling {
    /** What a call leaves for the decisions; what was not asked is not known. Callback is the promised time. */
    record Result(
            String outcome,
            @Nullable BigDecimal monthlyVolume,
            @Nullable String interest,
            boolean decisionMakerKnown,
            @Nullable OffsetDateTime callback) {}

    private static final int CALLBACK_AT_MOST_DAYS = 92;

    /** The words of the forms for what they offer as an answer. */
    private static final Map<String, String> WORDS =
            Map.of("HIGH", "High", "SOME", "Some", "NONE", "None", "GOOD", "Good", "PARTLY", "Partly");

    private final Companies companies;
    private final Opportunities opportunities;
    private final Inquiries inquiries;
    private final Arrival arrival;
    private final Contacting contacting;
    private final CardReading cards;
    private final Defects defects;
    private final CallingHours callingHours;
    private final Texts texts;
    private final Clock clock;
    private final int maxNurtures;

    Calling(
            Companies companies,
            Opportunities opportunities,
            Inquiries inquiries,
            Arrival arrival,
            Contacting contacting,
            CardReading cards,
            Defects defects,
            CallingHours callingHours,
            Texts texts,
            Clock clock,
            @Value("${conveyor.acquisition.max-nurtures:3}") int maxNurtures) {
        this.companies = companies;
        this.opportunities = opportunities;
        this.inquiries = inquiries;
        this.arrival = arrival;
        this.contacting = contacting;
        this.cards = cards;
        this.defects = defects;
        this.callingHours = callingHours;
        this.texts = texts;
        this.clock = clock;
        this.maxNurtures = maxNurtures;
    }

    Result record(String opportunity, String company, FormValues form, @Nullable String caller) {
        if (caller == null) {
            callingHours.checkOpen(company);
        }
        String outcome = form.required("outcome");
        BigDecimal volume = form.decimal("volume");
        String interest = form.text("interestLevel");
        boolean decides = form.flag("decides");
        OffsetDateTime callback = form.dateTime("callbackTime");
        checkCallback(company, callback);
        String refusal = form.text("refusalReason");
        String notes = form.text("callNotes");
        if (outcome.startsWith("WRONG_") && notes == null) {
            throw new Refused(
                    "Please write in \"Notes\" what was wrong: the researcher who looks again reads nothing else of the call.");
        }
        String step = form.text("nextStep");
        String agreed = step == null ? null : texts.say("Agreed: {0}", step);
        String text = Stream.of(refusal, agreed, notes).filter(t -> t != null).collect(Collectors.joining("\n"));
        opportunities.called(
                opportunity,
                new Opportunities.Call(caller, outcome, volume, interest, decides, text),
                asked(form, caller));
        if (outcome.equals("DO_NOT_CALL")) {
            contacting.forbid(company, ContactScope.COMPANY, notes, opportunity);
        }
        if (outcome.startsWith("WRONG_")) {
            defects.report(company, opportunity, Defect.Kind.valueOf(outcome), notes, caller);
        }
        return new Result(outcome, volume, interest, decides, callback);
    }

    private static Asked asked(FormValues form, @Nullable String caller) {
        var script = form.source();
        return new Asked(
                caller,
                script.map(FormValues.Source::form).orElse(null),
                script.map(FormValues.Source::version).orElse(null),
                Variable.fitting(String.join("\n", form.told())));
    }

    private void checkCallback(String company, @Nullable OffsetDateTime callback) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        if (callback != null && callback.isBefore(now)) {
            throw new Refused("The callback lies in the past; please enter a time from now on.");
        }
        if (callback != null && callback.isAfter(now.plusDays(CALLBACK_AT_MOST_DAYS))) {
            throw new Refused(
                    "The callback lies more than {0} days ahead; please enter an earlier time.", CALLBACK_AT_MOST_DAYS);
        }
        if (callback != null) {
            callingHours.checkCallback(company, callback);
        }
    }

    /** Whoever was nurtured so often and still is not ready is dropped. */
    boolean nurtureLeft(String opportunity) {
        return opportunities.count(opportunity, "ANSWERED") <= maxNurtures;
    }

    /** How they came and what they asked us, the card, and what the calls brought, for a form. */
    String facts(String opportunity, String number) {
        Company company = companies.get(number);
        Stream<String> card = cards.lines(number).stream();
        Stream<String> calls = opportunities.calls(opportunity).stream()
                .filter(call -> !call.isIncoming())
                .flatMap(call -> lines(call, company.fit()))
                .map(line -> "• " + line);
        String facts = Stream.of(arrival.told(opportunity).stream(), inquiries.told(opportunity).stream(), card, calls)
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
        return Variable.fitting(facts);
    }

    /** The facts with what the script's own questions brought, and by which script somebody asked them. */
    String leadFacts(String opportunity, String number) {
        Stream<String> asked = opportunities.asked(opportunity).stream().flatMap(how -> how.told(texts).stream());
        return Variable.fitting(Stream.concat(Stream.of(facts(opportunity, number)), asked)
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining("\n")));
    }

    private Stream<String> lines(Opportunities.Call call, @Nullable String fit) {
        String answers = call.outcome().equals("ANSWERED")
                ? texts.say(
                        "Per month: {0}; interest: {1}; decision maker: {2}; fit: {3}",
                        call.monthlyVolume() == null ? "–" : call.monthlyVolume(),
                        word(call.interest()),
                        Boolean.TRUE.equals(call.decisionMakerKnown()) ? texts.say("known") : texts.say("not known"),
                        word(fit))
                : "";
        String notes = call.notes() == null ? "" : call.notes();
        return Stream.of(answers, notes).filter(line -> !line.isBlank());
    }

    private String word(@Nullable String answer) {
        return answer == null ? "–" : texts.say(WORDS.getOrDefault(answer, answer));
    }
}
