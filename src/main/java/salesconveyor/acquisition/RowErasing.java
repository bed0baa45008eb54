package salesconveyor.acquisition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import salesconveyor.acquisition.list.Column;
import salesconveyor.companies.ErasedTraces;
import salesconveyor.companies.Identity;
import salesconveyor.companies.Normalising;
import salesconveyor.companies.Phones;
import salesconveyor.shared.Erasure;

/**
 * Empties the rows of a company in all lists: those that became its cases or were recognised as it, and of all others
 * those that say the very same number, address or name. What is only like it is somebody else's row and stays.
 */
@Component
class RowErasing {
    private static final int PAGE = 500;
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Row(
            long id,
            String list,
            int line,
            List<String> cells,
            @Nullable String company,
            @Nullable String opportunity) {}

    private final JdbcClient jdbc;
    private final LeadLists lists;
    private final Normalising normalising;
    private final Phones phones;

    RowErasing(JdbcClient jdbc, LeadLists lists, Normalising normalising, Phones phones) {
        this.jdbc = jdbc;
        this.lists = lists;
        this.normalising = normalising;
        this.phones = phones;
    }

    /** A page at a time, however many rows there are. @return how many rows were emptied */
    int erase(Erasure erasure) {
        ErasedTraces traces = ErasedTraces.of(erasure, phones);
        Map<String, ColumnMapping> mappings = new HashMap<>();
        int erased = 0;
        List<Row> page = page(0);
        while (!page.isEmpty()) {
            for (Row row : page) {
                var mapping = mappings.computeIfAbsent(row.list(), list -> new ColumnMapping(lists.columns(list)));
                if (isLinked(row, erasure) || isAbout(row, mapping, traces)) {
                    empty(row);
                    erased++;
                }
            }
            page = page(page.get(page.size() - 1).id());
        }
        return erased;
    }

    private List<Row> page(long after) {
        return jdbc.sql("select id, list_number, line, cells, company_number, opportunity_number from lead_list_row"
                        + " where id > ? and cells <> '[]' order by id fetch first " + PAGE + " rows only")
                .param(after)
                .query((row, n) -> new Row(
                        row.getLong("id"),
                        row.getString("list_number"),
                        row.getInt("line"),
                        cells(row.getString("cells")),
                        row.getString("company_number"),
                        row.getString("opportunity_number")))
                .list();
    }

    private static boolean isLinked(Row row, Erasure erasure) {
        return erasure.company().equals(row.company())
                || (row.opportunity() != null && erasure.cases().contains(row.opportunity()));
    }

    private boolean isAbout(Row row, ColumnMapping mapping, ErasedTraces traces) {
        if (row.company() != null) {
            return false; // it was recognised as another company
        }
        Identity identity = Identity.of(normalising.lenient(mapping.facts(row.cells()), (fact, problem) -> {}));
        if (traces.isOther(identity)) {
            return false;
        }
        // Where nobody said yet which column holds the name, any cell may be it.
        boolean named = !mapping.holds(Column.COMPANY) && row.cells().stream().anyMatch(traces::name);
        return named || traces.are(identity) || row.cells().stream().anyMatch(traces::reach);
    }

    /** By its keys the others of its list are told from it: they say the same as its cells. */
    private void empty(Row row) {
        jdbc.sql("update lead_list_row set cells = '[]', reason = null, row_key = null, state = case when state = 'NEW'"
                        + " and opportunity_number is null then 'IGNORED' else state end where id = ?")
                .param(row.id())
                .update();
        jdbc.sql("delete from lead_list_key where list_number = ? and line = ?")
                .params(row.list(), row.line())
                .update();
    }

    private static List<String> cells(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
