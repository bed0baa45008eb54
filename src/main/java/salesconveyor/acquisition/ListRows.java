package salesconveyor.acquisition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The rows of the lists. */
@Repository
@Transactional
class ListRows {
    /** A new row that waits for its opportunity. */
    record Waiting(long id, ListRow row) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROW = "select * from lead_list_row where list_number = ? ";
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    ListRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void clear(String list) {
        jdbc.sql("delete from lead_list_row where list_number = ?").param(list).update();
    }

    void add(String list, List<ListRow> rows) {
        batches.batchUpdate(
                "insert into lead_list_row (list_number, line, cells, state, column_title, reason, company_number,"
                        + " row_key) values (?, ?, ?, ?, ?, ?, ?, ?)",
                rows,
                rows.size(),
                (statement, row) -> {
                    statement.setString(1, list);
                    statement.setInt(2, row.line());
                    statement.setString(3, json(row.cells()));
                    statement.setString(4, row.state().name());
                    statement.setString(5, row.column());
                    statement.setString(6, cut(row.reason()));
                    statement.setString(7, row.companyNumber());
                    statement.setString(8, row.rowKey());
                });
    }

    Map<ListRow.State, Integer> counts(String list) {
        Map<ListRow.State, Integer> counts = new EnumMap<>(ListRow.State.class);
        jdbc.sql("select state, count(*) as many from lead_list_row where list_number = ? group by state")
                .param(list)
                .query(row -> {
                    counts.put(ListRow.State.valueOf(row.getString("state")), row.getInt("many"));
                });
        return counts;
    }

    List<ListRow> first(String list, ListRow.State state, int many) {
        return jdbc.sql(ROW + "and state = ? order by id fetch first " + many + " rows only")
                .params(list, state.name())
                .query((row, n) -> row(row))
                .list();
    }

    /** The cells of the first row that could be read. */
    List<String> firstCells(String list) {
        return jdbc.sql(ROW + "and state not in ('WRONG', 'IGNORED') order by id fetch first 1 rows only")
                .param(list)
                .query((row, n) -> row(row).cells())
                .optional()
                .orElseGet(() -> first(list, ListRow.State.WRONG, 1).stream()
                        .map(ListRow::cells)
                        .findFirst()
                        .orElse(List.of()));
    }

    /** @param taker gets each row, and its opportunity if it has one */
    void each(String list, BiConsumer<ListRow, @Nullable String> taker) {
        jdbc.sql(ROW + "order by id").param(list).query(row -> {
            taker.accept(row(row), row.getString("opportunity_number"));
        });
    }

    List<Waiting> waiting(String list, int many) {
        return jdbc.sql(ROW + "and state = 'NEW' and opportunity_number is null order by id fetch first " + many
                        + " rows only")
                .param(list)
                .query((row, n) -> new Waiting(row.getLong("id"), row(row)))
                .list();
    }

    void started(long id, String company, String opportunity) {
        jdbc.sql("update lead_list_row set company_number = ?, opportunity_number = ? where id = ?")
                .params(company, opportunity, id)
                .update();
    }

    /** Meanwhile another list or person brought the company. */
    void notNew(long id, ListMatching.Obstacle obstacle) {
        jdbc.sql("update lead_list_row set state = ?, reason = ?, company_number = ? where id = ?")
                .params(obstacle.state().name(), cut(obstacle.reason()), obstacle.company(), id)
                .update();
    }

    /** The company that a row with these very facts was imported as. */
    Optional<String> imported(String rowKey) {
        return jdbc.sql("select company_number from lead_list_row where row_key = ? and opportunity_number is not null"
                        + " order by id fetch first 1 rows only")
                .param(rowKey)
                .query(String.class)
                .optional();
    }

    private static ListRow row(ResultSet row) throws SQLException {
        return new ListRow(
                row.getInt("line"),
                cells(row.getString("cells")),
                ListRow.State.valueOf(row.getString("state")),
                row.getString("column_title"),
                row.getString("reason"),
                row.getString("company_number"),
                row.getString("row_key"));
    }

    private static String json(List<String> cells) {
        try {
            return JSON.writeValueAsString(cells);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static List<String> cells(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null ? null : text.substring(0, Math.min(text.length(), 1000));
    }
}
