package salesconveyor.companies;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.shared.Erasure;
import salesconveyor.shared.PersonalData;
import salesconveyor.shared.Trace;

/** Empties a company's card and keeps the minimal entry by which it is recognised and left alone. */
@Component
@Transactional
class CardErasing implements PersonalData {
    /** Facts that lead to a person or to the company, or tell it from another of its name; a trace is called by the same name. */
    private static final Set<Fact> TELLING =
            EnumSet.of(Fact.PHONE, Fact.SWITCHBOARD, Fact.PERSON, Fact.EMAIL, Fact.WEBSITE, Fact.TAX_NUMBER, Fact.CITY);

    private final JdbcClient jdbc;
    private final Companies companies;
    private final Recognising recognising;
    private final ErasedIdentities identities;
    private final SuppressionList suppressions;
    private final Phones phones;
    private final Clock clock;

    CardErasing(
            JdbcClient jdbc,
            Companies companies,
            Recognising recognising,
            ErasedIdentities identities,
            SuppressionList suppressions,
            Phones phones,
            Clock clock) {
        this.jdbc = jdbc;
        this.companies = companies;
        this.recognising = recognising;
        this.identities = identities;
        this.suppressions = suppressions;
        this.phones = phones;
        this.clock = clock;
    }

    @Override
    public List<Trace> traces(String company) {
        Company card = companies.get(company);
        Stream<Trace> facts = jdbc
                .sql("select field, fact from company_fact where company_number = ?")
                .param(company)
                .query((row, n) -> trace(row.getString("field"), row.getString("fact")))
                .list()
                .stream()
                .flatMap(one -> one);
        Stream<Trace> consents = jdbc
                .sql("select email, person from consent where company_number = ?")
                .param(company)
                .query((row, n) -> Trace.ofContact(row.getString("email"), row.getString("person")))
                .list()
                .stream()
                .flatMap(both -> both);
        Stream<Trace> own = Stream.of(
                        Trace.of(Trace.Kind.PERSON, card.person()),
                        Trace.of(Trace.Kind.PHONE, card.phone()),
                        Trace.of(Trace.Kind.PHONE, card.switchboard()),
                        Trace.of(Trace.Kind.EMAIL, card.email()),
                        Trace.of(Trace.Kind.WEBSITE, card.website()),
                        Trace.of(Trace.Kind.TAX_NUMBER, card.taxNumber()),
                        Trace.of(Trace.Kind.CITY, card.city()),
                        // An emptied card has no name any more that could tell anything.
                        companies.isErased(company) ? Stream.<Trace>empty() : Trace.of(Trace.Kind.NAME, card.name()))
                .flatMap(one -> one);
        return Stream.of(own, facts, consents).flatMap(one -> one).distinct().toList();
    }

    private static Stream<Trace> trace(String field, String text) {
        return Fact.of(field).filter(TELLING::contains).stream()
                .flatMap(fact ->
                        Trace.of(fact == Fact.SWITCHBOARD ? Trace.Kind.PHONE : Trace.Kind.valueOf(fact.name()), text));
    }

    @Override
    public Map<String, Integer> erase(Erasure erasure) {
        String company = erasure.company();
        remember(erasure);
        Map<String, Integer> rows = new LinkedHashMap<>();
        rows.put("company_fact", delete("company_fact where company_number = ?", company));
        int consents = delete("consent where company_number = ?", company);
        int unsubscribed = 0;
        for (String email : erasure.emails()) {
            consents += delete("consent where email = ?", email);
            unsubscribed += delete("mail_suppression where email = ?", email);
        }
        rows.put("consent", consents);
        rows.put("mail_suppression", unsubscribed);
        rows.put(
                "suppression",
                jdbc.sql("update suppression set reason = null where company_number = ?")
                        .param(company)
                        .update());
        // Whose defect it was is the work of a colleague and stays.
        rows.put(
                "fact_defect",
                jdbc.sql("update fact_defect set fact = null, source = null, note = null where company_number = ?")
                        .param(company)
                        .update());
        rows.put("company", empty(company));
        return rows;
    }

    /** The card's own identity, and each other number or address that reached somebody there. */
    private void remember(Erasure erasure) {
        if (!companies.isErased(erasure.company())) {
            identities.add(erasure.company(), recognising.of(erasure.company()));
        }
        for (Trace trace : erasure.traces()) {
            switch (trace.kind()) {
                case PHONE ->
                    identities.addPhone(
                            erasure.company(), phones.normal(trace.text(), null).orElse(trace.text()));
                case EMAIL ->
                    identities.addEmail(
                            erasure.company(), WebNames.email(trace.text()).orElse(trace.text()));
                default -> {}
            }
        }
        suppressions.add(erasure.company(), ContactScope.COMPANY, null);
    }

    private int empty(String company) {
        // The columns' names come from the enum, never from outside.
        String facts = Stream.of(Fact.values())
                .map(fact -> fact.column() + " = null")
                .collect(Collectors.joining(", ", "", ", "));
        return jdbc.sql("update company set name = ?, name_key = ?, " + facts
                        + "web_domain = null, erased = ? where number = ?")
                .params(
                        Erasure.ERASED,
                        // No other name has such a key, so that nothing is taken for this company.
                        Erasure.ERASED + " " + company,
                        OffsetDateTime.now(clock),
                        company)
                .update();
    }

    private int delete(String rows, String key) {
        return jdbc.sql("delete from " + rows).param(key).update();
    }
}
