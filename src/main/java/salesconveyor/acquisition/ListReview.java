package salesconveyor.acquisition;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.acquisition.LeadList.ListColumn;
import salesconveyor.acquisition.list.Column;
import salesconveyor.shared.Texts;

/** What a marketer sees of a list that was read: how many rows of each kind, some of them, and the columns. */
@Component
@Transactional(readOnly = true)
public class ListReview {
    private static final int SHOWN = 10;

    /** Rows of one state: how many, and the first of them. */
    public record Part(String state, String title, int count, List<Line> first) {}

    /** A row as it is shown. */
    public record Line(
            int line,
            String text,
            @Nullable String column,
            @Nullable String reason) {}

    /** A column of the file with a value from its first row. */
    public record MappedColumn(int place, String title, String example, String holds) {}

    /** What a column may hold. */
    public record Choice(String key, String title) {}

    /** All that the page shows. */
    public record Summary(String fileName, List<Part> parts, List<MappedColumn> columns, List<Choice> choices) {}

    private final LeadLists lists;
    private final ListRows rows;
    private final Texts texts;

    ListReview(LeadLists lists, ListRows rows, Texts texts) {
        this.lists = lists;
        this.rows = rows;
        this.texts = texts;
    }

    public Optional<Summary> summary(String number) {
        return lists.find(number).map(list -> new Summary(list.fileName(), parts(number), columns(number), choices()));
    }

    /**
     * The whole list with what became of each row, as a table with a header, row by row.
     *
     * @return whether there is such a list
     */
    public boolean report(String number, Consumer<List<String>> taker) {
        if (lists.find(number).isEmpty()) {
            return false;
        }
        List<String> titles =
                lists.columns(number).stream().map(ListColumn::title).toList();
        taker.accept(Stream.concat(
                        Stream.of("Line", "Result", "Column", "Reason", "Company number", "Opportunity")
                                .map(texts::say),
                        titles.stream())
                .toList());
        rows.each(
                number,
                (row, opportunity) -> taker.accept(Stream.concat(
                                Stream.of(
                                        String.valueOf(row.line()),
                                        texts.say(row.state().title()),
                                        text(row.column()),
                                        text(row.reason()),
                                        text(row.companyNumber()),
                                        text(opportunity)),
                                row.cells().stream())
                        .toList()));
        return true;
    }

    private List<Part> parts(String number) {
        var counts = rows.counts(number);
        return Stream.of(ListRow.State.values())
                .filter(state -> state != ListRow.State.READ)
                .map(state -> new Part(
                        state.name(), texts.say(state.title()), counts.getOrDefault(state, 0), first(number, state)))
                .toList();
    }

    private List<Line> first(String number, ListRow.State state) {
        return rows.first(number, state, SHOWN).stream()
                .map(row -> new Line(row.line(), String.join(" | ", row.cells()), row.column(), row.reason()))
                .toList();
    }

    private List<MappedColumn> columns(String number) {
        List<String> example = rows.firstCells(number);
        return lists.columns(number).stream()
                .map(column -> new MappedColumn(
                        column.place(),
                        column.title(),
                        column.place() < example.size() ? example.get(column.place()) : "",
                        column.holds() == null ? "" : column.holds().name()))
                .toList();
    }

    private List<Choice> choices() {
        return Stream.of(Column.values())
                .map(column -> new Choice(column.name(), texts.say(column.title())))
                .toList();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
