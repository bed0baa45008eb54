package salesconveyor.acquisition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    /** A row and its place in the table. */
    record Waiting(long id, ListRow row) {}

    /** As the index has them: so a database takes the first ones and does not sort all. */
    private static final String IN_ORDER = " order by list_number, state, id ";

    private static final int PAGE = 500;
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
                "insert into lead_list_row (list_number, line, cells, state, column_title, reason, settled)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                rows,
                Math.max(1, rows.size()),
                (statement, row) -> {
                    statement.setString(1, list);
                    statement.setInt(2, row.line());
                    statement.setString(3, json(row.cells()));
                    statement.setString(4, row.state().name());
                    statement.setString(5, row.column());
                    statement.setString(6, cut(row.reason()));
                    statement.setBoolean(7, row.state() != ListRow.State.READ);
                });
    }

    /** The next rows that are to be compared. */
    List<Waiting> read(String list, int many) {
        return jdbc.sql(ROW + "and state = 'READ'" + IN_ORDER + "fetch first " + many + " rows only")
                .param(list)
                .query((row, n) -> new Waiting(row.getLong("id"), row(row)))
                .list();
    }

    void judged(List<Waiting> rows) {
        batches.batchUpdate(
                "update lead_list_row set state = ?, column_title = ?, reason = ?, company_number = ?, row_key = ?"
                        + " where id = ?",
                rows,
                Math.max(1, rows.size()),
                (statement, judged) -> {
                    ListRow row = judged.row();
                    statement.setString(1, row.state().name());
                    statement.setString(2, row.column());
                    statement.setString(3, cut(row.reason()));
                    statement.setString(4, row.companyNumber());
                    statement.setString(5, row.rowKey());
                    statement.setLong(6, judged.id());
                });
    }

    /** The columns hold something else now: what was found out by them counts no more. */
    void compareAnew(String list) {
        jdbc.sql("update lead_list_row set state = 'READ', column_title = null, reason = null, company_number = null,"
                        + " row_key = null where list_number = ? and settled = false")
                .param(list)
                .update();
    }

    /** How many of its rows became opportunities. */
    int started(String list) {
        return jdbc.sql("select count(*) from lead_list_row where list_number = ? and state = 'NEW'"
                        + " and opportunity_number is not null")
                .param(list)
                .query(Integer.class)
                .single();
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
        return jdbc.sql(ROW + "and state = ?" + IN_ORDER + "fetch first " + many + " rows only")
                .params(list, state.name())
                .query((row, n) -> row(row))
                .list();
    }

    /** The cells of the first row that could be read. */
    List<String> firstCells(String list) {
        return jdbc.sql(ROW + "and settled = false order by list_number, id fetch first 1 rows only")
                .param(list)
                .query((row, n) -> row(row).cells())
                .optional()
                .orElseGet(() -> first(list, ListRow.State.WRONG, 1).stream()
                        .map(ListRow::cells)
                        .findFirst()
                        .orElse(List.of()));
    }

    /** @param taker gets each row, and its opportunity if it has one; a page at a time, however long the list is */
    void each(String list, BiConsumer<ListRow, @Nullable String> taker) {
        long[] last = {0};
        int page;
        do {
            page = jdbc.sql(ROW + "and id > ? order by list_number, id fetch first " + PAGE + " rows only")
                    .params(list, last[0])
                    .query((row, n) -> {
                        taker.accept(row(row), row.getString("opportunity_number"));
                        last[0] = row.getLong("id");
                        return n;
                    })
                    .list()
                    .size();
        } while (page == PAGE);
    }

    /** @param after the row that was started last */
    List<Waiting> waiting(String list, long after, int many) {
        return jdbc.sql(ROW + "and state = 'NEW' and opportunity_number is null and id > ?" + IN_ORDER + "fetch first "
                        + many + " rows only")
                .params(list, after)
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

    /** The companies that rows with these very facts were imported as, by their hash. */
    Map<String, String> imported(List<String> hashes) {
        Map<String, String> companies = new HashMap<>();
        for (int from = 0; from < hashes.size(); from += PAGE) {
            jdbc.sql("select row_key, min(company_number) as company from lead_list_row where row_key in (:keys)"
                            + " and opportunity_number is not null group by row_key")
                    .param("keys", hashes.subList(from, Math.min(hashes.size(), from + PAGE)))
                    .query(row -> {
                        companies.put(row.getString("row_key"), row.getString("company"));
                    });
        }
        return companies;
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
