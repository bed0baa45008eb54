package salesconveyor.companies;

import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was ever said of a company, and by whom. */
@Component
class FactHistory {
    private record Row(
            String field,
            String fact,
            String source,
            @Nullable String author,
            OffsetDateTime written,
            boolean derived) {}

    private final JdbcClient jdbc;

    FactHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was said last of each fact; an empty text when somebody said that we do not know it. */
    Map<Fact, KnownFact> newest(String number) {
        List<Row> rows = jdbc.sql("select field, fact, source, author, written, derived from company_fact"
                        + " where company_number = ? order by id")
                .param(number)
                .query(Row.class)
                .list();
        Map<Fact, KnownFact> newest = new EnumMap<>(Fact.class);
        for (Row row : rows) {
            Fact.of(row.field())
                    .ifPresent(fact -> newest.put(
                            fact,
                            new KnownFact(fact, row.fact(), row.source(), row.author(), row.written(), row.derived())));
        }
        return newest;
    }

    /** What the card says now. */
    Map<Fact, String> card(String number) {
        Map<String, @Nullable Object> row = jdbc.sql("select * from company where number = ?")
                .param(number)
                .query()
                .singleRow();
        Map<Fact, String> card = new EnumMap<>(Fact.class);
        for (Fact fact : Fact.values()) {
            Object text = row.get(fact.column());
            if (text != null) {
                card.put(fact, text.toString());
            }
        }
        return card;
    }
}
