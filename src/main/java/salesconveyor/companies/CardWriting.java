package salesconveyor.companies;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes facts in their normal form to a card, each with who says so and whence. */
@Component
class CardWriting {
    private final JdbcClient jdbc;
    private final Clock clock;

    CardWriting(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void write(String number, Map<Fact, String> facts, String source, @Nullable String author) {
        facts.forEach((fact, text) -> {
            // The column's name comes from the enum, never from outside.
            set(number, fact.column(), text);
            jdbc.sql("insert into company_fact (company_number, field, fact, source, author, written)"
                            + " values (?, ?, ?, ?, ?, ?)")
                    .params(number, fact.key(), text, source, author, OffsetDateTime.now(clock))
                    .update();
        });
        if (facts.containsKey(Fact.WEBSITE) || facts.containsKey(Fact.EMAIL)) {
            set(number, "web_domain", domain(card(number)));
        }
    }

    /** Writes only what the card does not know yet. */
    void complete(String number, Map<Fact, String> facts, String source, @Nullable String author) {
        Map<String, @Nullable Object> card = card(number);
        Map<Fact, String> missing = new HashMap<>(facts);
        missing.keySet().removeIf(fact -> card.get(fact.column()) != null);
        write(number, missing, source, author);
    }

    private static @Nullable String domain(Map<String, @Nullable Object> card) {
        CompanyFacts facts = CompanyFacts.of("")
                .with(Fact.WEBSITE, (String) card.get("website"))
                .with(Fact.EMAIL, (String) card.get("email"));
        return Identity.of(facts).domain();
    }

    private void set(String number, String column, @Nullable String text) {
        jdbc.sql("update company set " + column + " = ? where number = ?")
                .params(text, number)
                .update();
    }

    private Map<String, @Nullable Object> card(String number) {
        return jdbc.sql("select * from company where number = ?")
                .param(number)
                .query()
                .singleRow();
    }
}
