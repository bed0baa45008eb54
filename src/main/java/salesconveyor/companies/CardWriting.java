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
    private final FactHistory history;
    private final Clock clock;

    CardWriting(JdbcClient jdbc, FactHistory history, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.clock = clock;
    }

    void write(String number, Map<Fact, String> facts, String source, @Nullable String author) {
        facts.forEach((fact, text) -> write(number, fact, text, source, author, false));
    }

    void write(String number, Fact fact, String text, String source, @Nullable String author) {
        write(number, fact, text, source, author, false);
    }

    /** What the program worked out. */
    void derive(String number, Fact fact, String text, String source) {
        write(number, fact, text, source, null, true);
    }

    /** Somebody says that what the card says is not known. */
    void withdraw(String number, Fact fact, String source, @Nullable String author) {
        write(number, fact, "", source, author, false);
    }

    /** Writes only what the card does not know yet. */
    void complete(String number, Map<Fact, String> facts, String source, @Nullable String author) {
        Map<Fact, String> missing = new HashMap<>(facts);
        missing.keySet().removeAll(history.card(number).keySet());
        write(number, missing, source, author);
    }

    /** Takes a fact from the card and leaves its history: whoever wrote it answers for it. */
    void clear(String number, Fact fact) {
        set(number, fact.column(), null);
        if (fact == Fact.WEBSITE || fact == Fact.EMAIL) {
            set(number, "web_domain", domain(history.card(number)));
        }
    }

    private void write(String number, Fact fact, String text, String source, @Nullable String author, boolean derived) {
        if (isErased(number)) {
            return; // whoever comes again is recognised and left alone
        }
        // The column's name comes from the enum, never from outside.
        set(number, fact.column(), text.isEmpty() ? null : text);
        jdbc.sql("insert into company_fact (company_number, field, fact, source, author, written, derived)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(number, fact.key(), text, source, author, OffsetDateTime.now(clock), derived)
                .update();
        if (fact == Fact.WEBSITE || fact == Fact.EMAIL) {
            set(number, "web_domain", domain(history.card(number)));
        }
    }

    private boolean isErased(String number) {
        return jdbc.sql("select count(*) from company where number = ? and erased is not null")
                        .param(number)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static @Nullable String domain(Map<Fact, String> card) {
        CompanyFacts facts =
                CompanyFacts.of("").with(Fact.WEBSITE, card.get(Fact.WEBSITE)).with(Fact.EMAIL, card.get(Fact.EMAIL));
        return Identity.of(facts).domain();
    }

    private void set(String number, String column, @Nullable String text) {
        jdbc.sql("update company set " + column + " = ? where number = ?")
                .params(text, number)
                .update();
    }
}
