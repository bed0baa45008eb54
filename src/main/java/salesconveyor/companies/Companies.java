package salesconveyor.companies;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.engine.Refused;
import salesconveyor.shared.Numbering;

/** The company cards, with the source of each fact. */
@Component
@Transactional
public class Companies {
    private static final Set<String> CLASSES = Set.of("NEW", "A", "B", "C");
    private static final int LONGEST_NAME = 300;

    private final JdbcClient jdbc;
    private final Numbering numbering;
    private final Normalising normalising;
    private final Recognising recognising;
    private final CardWriting writing;

    Companies(
            JdbcClient jdbc,
            Numbering numbering,
            Normalising normalising,
            Recognising recognising,
            CardWriting writing) {
        this.jdbc = jdbc;
        this.numbering = numbering;
        this.normalising = normalising;
        this.recognising = recognising;
        this.writing = writing;
    }

    /** A new card. @return its number, like {@code C-000123} */
    public String add(String name) {
        if (name.length() > LONGEST_NAME) {
            throw new Refused(
                    "The name of the company is longer than {0} characters; please shorten it.", LONGEST_NAME);
        }
        String number = numbering.next("C");
        jdbc.sql("insert into company (number, name, name_key) values (?, ?, ?)")
                .params(number, name, Identity.nameKey(name))
                .update();
        return number;
    }

    /** A new card with all that is known; ask {@link #match} before. */
    public String add(CompanyFacts facts, String source, @Nullable String author) {
        CompanyFacts normal = normalising.strict(facts);
        String number = add(normal.name());
        writing.write(number, normal.facts(), source, author);
        return number;
    }

    /** The card of this company, completed with what it did not know; a new one when there is none. */
    public String recognise(CompanyFacts facts, String source, @Nullable String author) {
        CompanyFacts normal = normalising.strict(facts);
        return match(normal)
                .map(match -> {
                    writing.complete(match.companyNumber(), normal.facts(), source, author);
                    return match.companyNumber();
                })
                .orElseGet(() -> add(normal, source, author));
    }

    /** The card of the company with this name, whatever its case; a new one when there is none. */
    public String named(String name) {
        return jdbc.sql("select number from company where lower(name) = lower(?) order by number limit 1")
                .param(name)
                .query(String.class)
                .optional()
                .orElseGet(() -> add(name));
    }

    /** The card that we have of this company already. Facts that are not well formed are no ground for a match. */
    public Optional<Match> match(CompanyFacts facts) {
        return recognising.find(Identity.of(normalising.lenient(facts, (fact, problem) -> {})), null);
    }

    /** The cards of this company: this one, then the others by which it is recognised, the surest first. */
    public List<String> cards(String number) {
        return Stream.concat(
                        Stream.of(number), recognising.twins(number).stream().map(Match::companyNumber))
                .distinct()
                .toList();
    }

    public Company get(String number) {
        return jdbc.sql("select number, name, phone, person, position, industry, fit, zone, email, website, tax_number,"
                        + " city, country, client_class, activity, employees, switchboard, postcode, region,"
                        + " expected_need from company where number = ?")
                .param(number)
                .query(Company.class)
                .single();
    }

    /** Nobody else who locks this company goes on until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(String number) {
        jdbc.sql("update company set client_class = client_class where number = ?")
                .param(number)
                .update();
    }

    /** The companies of an industry, whatever its case, and how large each is. */
    public Map<String, CompanySize> ofIndustry(String industry) {
        Map<String, CompanySize> found = new TreeMap<>();
        jdbc.sql("select number, employees from company where lower(industry) = lower(?)")
                .param(industry)
                .query(row -> {
                    String employees = row.getString("employees");
                    found.put(
                            row.getString("number"),
                            CompanySize.of(employees == null ? null : Headcount.least(employees)));
                });
        return found;
    }

    /** Which of these companies have which tax number. */
    public Map<String, Set<String>> byTaxNumber(Set<String> numbers) {
        Map<String, Set<String>> found = new HashMap<>();
        jdbc.sql("select number, tax_number from company where tax_number is not null")
                .query(row -> {
                    if (numbers.contains(row.getString("number"))) {
                        found.computeIfAbsent(row.getString("tax_number"), tax -> new HashSet<>())
                                .add(row.getString("number"));
                    }
                });
        return found;
    }

    /** Writes what somebody found out; a fact without a value leaves the card as it is. */
    public void learn(String number, Map<String, @Nullable String> found, String source, @Nullable String author) {
        Company card = get(number);
        CompanyFacts facts = CompanyFacts.of(card.name()).with(Fact.COUNTRY, card.country());
        for (var entry : found.entrySet()) {
            var fact = Fact.of(entry.getKey());
            facts = fact.isPresent() ? facts.with(fact.get(), entry.getValue()) : facts;
        }
        Map<Fact, String> normal = new HashMap<>(normalising.strict(facts).facts());
        if (found.get(Fact.COUNTRY.key()) == null) {
            normal.remove(Fact.COUNTRY); // it only told how to read a phone number
        }
        writing.write(number, normal, source, author);
    }

    /** Where the newest value of a fact was found: whoever is called has a right to ask. */
    public Optional<String> source(String number, Fact fact) {
        return jdbc.sql(
                        "select source from company_fact where company_number = ? and field = ? order by id desc limit 1")
                .params(number, fact.key())
                .query(String.class)
                .optional();
    }

    /** NEW, A, B or C. */
    public String clientClass(String number) {
        return get(number).clientClass();
    }

    public void classify(String number, String clientClass) {
        if (!CLASSES.contains(clientClass)) {
            throw new IllegalArgumentException("No class of clients: " + clientClass);
        }
        jdbc.sql("update company set client_class = ? where number = ?")
                .params(clientClass, number)
                .update();
    }

    public boolean exists(String number) {
        return jdbc.sql("select count(*) from company where number = ?")
                        .param(number)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Whether the card was emptied because somebody asked to be forgotten. */
    public boolean isErased(String number) {
        return jdbc.sql("select count(*) from company where number = ? and erased is not null")
                        .param(number)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
