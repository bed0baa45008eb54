package salesconveyor.acquisition;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import salesconveyor.acquisition.LeadList.ListColumn;
import salesconveyor.acquisition.list.Column;
import salesconveyor.companies.CompanyFacts;
import salesconveyor.companies.Fact;

/** Reads the cells of a row by what their columns hold. */
final class ColumnMapping {
    private static final Map<Column, Fact> FACTS = new EnumMap<>(Map.of(
            Column.POSITION, Fact.POSITION,
            Column.PHONE, Fact.PHONE,
            Column.EMAIL, Fact.EMAIL,
            Column.WEBSITE, Fact.WEBSITE,
            Column.TAX_NUMBER, Fact.TAX_NUMBER,
            Column.INDUSTRY, Fact.INDUSTRY,
            Column.CITY, Fact.CITY,
            Column.COUNTRY, Fact.COUNTRY));

    private final List<ListColumn> columns;

    ColumnMapping(List<ListColumn> columns) {
        this.columns = columns;
    }

    CompanyFacts facts(List<String> cells) {
        CompanyFacts facts = CompanyFacts.of(text(cells, Column.COMPANY, " "));
        for (var entry : FACTS.entrySet()) {
            // Of several numbers or addresses the first good one counts, of other facts the first.
            boolean several = entry.getKey() == Column.PHONE || entry.getKey() == Column.EMAIL;
            facts = facts.with(
                    entry.getValue(), several ? text(cells, entry.getKey(), "; ") : first(cells, entry.getKey()));
        }
        String person = first(cells, Column.PERSON);
        String named = text(cells, Column.FIRST_NAME, " ") + " " + text(cells, Column.LAST_NAME, " ");
        return facts.with(Fact.PERSON, person == null ? named : person);
    }

    @Nullable
    String note(List<String> cells) {
        String note = text(cells, Column.NOTE, "\n");
        return note.isBlank() ? null : note.substring(0, Math.min(note.length(), 2000));
    }

    int width() {
        return columns.size();
    }

    boolean holds(Column column) {
        return columns.stream().anyMatch(each -> each.holds() == column);
    }

    /** What the file calls the column at this place. */
    @Nullable
    String title(int place) {
        return place >= 0 && place < columns.size() ? columns.get(place).title() : null;
    }

    /** What the file calls the column that holds this; of one it does not have, our own word. */
    String title(Column column) {
        return columns.stream()
                .filter(each -> each.holds() == column)
                .findFirst()
                .map(ListColumn::title)
                .orElse(column.title());
    }

    String title(Fact fact) {
        return FACTS.entrySet().stream()
                .filter(entry -> entry.getValue() == fact)
                .findFirst()
                .map(entry -> title(entry.getKey()))
                .orElse(fact.title());
    }

    private @Nullable String first(List<String> cells, Column column) {
        List<String> values = values(cells, column);
        return values.isEmpty() ? null : values.get(0);
    }

    private String text(List<String> cells, Column column, String between) {
        return String.join(between, values(cells, column));
    }

    private List<String> values(List<String> cells, Column column) {
        List<String> values = new ArrayList<>();
        for (ListColumn each : columns) {
            if (each.holds() == column
                    && each.place() < cells.size()
                    && !cells.get(each.place()).isBlank()) {
                values.add(cells.get(each.place()).strip());
            }
        }
        return values;
    }
}
