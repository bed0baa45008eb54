package salesconveyor.acquisition;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.companies.CardReading;
import salesconveyor.companies.Companies;
import salesconveyor.companies.Company;
import salesconveyor.companies.Defects;
import salesconveyor.companies.Deriving;
import salesconveyor.companies.Fact;
import salesconveyor.companies.Findings;
import salesconveyor.companies.Learning;
import salesconveyor.engine.Decisions;
import salesconveyor.engine.FormValues;
import salesconveyor.engine.Variable;
import salesconveyor.shared.Texts;

/** The researcher's craft: what a card knows, what it lacks, and what was found out. */
@Component
@Transactional
class Researching {
    /**
     * What the decisions on a card are told.
     *
     * @param knownFacts the keys of the facts that are filled in, between blanks
     * @param fit GOOD, PARTLY or NONE as the decision companyFit says; nothing when nobody knows yet
     */
    record Card(String knownFacts, @Nullable String fit) {}

    /** What the form asks for; it is filled in with what the card knows. */
    private static final List<Fact> ASKED = List.of(
            Fact.ACTIVITY,
            Fact.INDUSTRY,
            Fact.EMPLOYEES,
            Fact.EXPECTED_NEED,
            Fact.PERSON,
            Fact.POSITION,
            Fact.PHONE,
            Fact.EMAIL,
            Fact.SWITCHBOARD,
            Fact.WEBSITE,
            Fact.COUNTRY,
            Fact.POSTCODE,
            Fact.CITY,
            Fact.REGION,
            Fact.ZONE,
            Fact.TAX_NUMBER,
            Fact.FIT);

    private final Companies companies;
    private final CardReading cards;
    private final Learning learning;
    private final Deriving deriving;
    private final Decisions decisions;
    private final Opportunities opportunities;
    private final ResearchLog log;
    private final Defects defects;
    private final Inquiries inquiries;
    private final Arrival arrival;
    private final Texts texts;
    private final Clock clock;

    Researching(
            Companies companies,
            CardReading cards,
            Learning learning,
            Deriving deriving,
            Decisions decisions,
            Opportunities opportunities,
            ResearchLog log,
            Defects defects,
            Inquiries inquiries,
            Arrival arrival,
            Texts texts,
            Clock clock) {
        this.companies = companies;
        this.cards = cards;
        this.learning = learning;
        this.deriving = deriving;
        this.decisions = decisions;
        this.opportunities = opportunities;
        this.log = log;
        this.defects = defects;
        this.inquiries = inquiries;
        this.arrival = arrival;
        this.texts = texts;
        this.clock = clock;
    }

    /** Completes the card with what a machine can know, and judges how well the company fits. */
    Card read(String number) {
        deriving.complete(number);
        return card(number);
    }

    private Card card(String number) {
        Map<Fact, String> facts = cards.facts(number);
        Company company = companies.get(number);
        Map<String, @Nullable Object> profile = new HashMap<>();
        profile.put("industry", company.industry());
        profile.put("employees", company.leastEmployees());
        profile.put("country", company.country());
        profile.put("region", company.region());
        profile.put("researcherFit", company.fit());
        String fit = decisions.one("companyFit", profile);
        String known = Stream.concat(
                        facts.keySet().stream().filter(fact -> fact != Fact.FIT).map(Fact::key),
                        Stream.of(Fact.FIT.key()).filter(key -> fit != null))
                .collect(Collectors.joining(" ", " ", " "));
        return new Card(known, fit);
    }

    /** In words what must still be found before anybody can call; empty when nothing is. */
    String missing(String number) {
        return decisions.all("missingFacts", Map.of("knownFacts", card(number).knownFacts())).stream()
                .map(key -> texts.say(Fact.of(key).map(Fact::title).orElse(key)))
                .collect(Collectors.joining(", "));
    }

    /** What the form is filled in with: each field with what the card says, by its key. */
    Map<String, @Nullable String> filledIn(String number) {
        Map<Fact, String> facts = cards.facts(number);
        Map<String, @Nullable String> fields = new LinkedHashMap<>();
        ASKED.forEach(fact -> fields.put(fact.key(), facts.get(fact)));
        return fields;
    }

    /** What callers found wrong in this case, the last first, with what they noted. */
    String returned(String opportunity) {
        return Variable.fitting(defects.ofOpportunity(opportunity).stream()
                .map(defect -> texts.say(
                                "The call on {0}: {1} ({2})",
                                date(defect.reported()),
                                texts.say(defect.kind().title()),
                                defect.fact() == null ? "–" : defect.fact())
                        + (defect.note() == null ? "" : "\n« " + defect.note() + " »"))
                .collect(Collectors.joining("\n")));
    }

    /** What they asked us and what was said when they came, then the card with the source of each fact. */
    String facts(String opportunity, String number) {
        return Variable.fitting(Stream.of(
                        arrival.told(opportunity).stream(),
                        inquiries.told(opportunity).stream(),
                        cards.linesWithSources(number).stream())
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n")));
    }

    private String date(OffsetDateTime time) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(texts.locale())
                .format(time.atZoneSameInstant(clock.getZone()));
    }

    /** @return whether the company was found and is our kind of client */
    boolean learn(String opportunity, String company, FormValues form, @Nullable String author) {
        String outcome = form.required("outcome");
        log.add(opportunity, company, outcome, author);
        String notes = form.text("researchNotes");
        if (notes != null) {
            opportunities.called(opportunity, new Opportunities.Call(author, "RESEARCH", null, null, null, notes));
        }
        Findings findings = findings(form, outcome.equals("FOUND") ? form.required("factSource") : "", author);
        if (outcome.equals("FOUND")) {
            learning.learn(company, findings);
        }
        return outcome.equals("FOUND");
    }

    /** Every field is asked for, whatever the outcome: what nobody asks for would be kept as an answer of its own. */
    private static Findings findings(FormValues form, String source, @Nullable String author) {
        Map<Fact, @Nullable String> facts = new EnumMap<>(Fact.class);
        Map<Fact, String> sources = new EnumMap<>(Fact.class);
        boolean differ = form.flag("sourcesDiffer");
        for (Fact fact : ASKED) {
            if (form.asks(fact.key())) {
                facts.put(fact, form.text(fact.key()));
            }
            String own = form.text(fact.key() + "Source");
            if (differ && own != null) {
                sources.put(fact, own);
            }
        }
        return new Findings(facts, source, sources, author);
    }
}
