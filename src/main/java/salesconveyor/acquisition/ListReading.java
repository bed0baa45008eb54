package salesconveyor.acquisition;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.acquisition.LeadList.ListColumn;
import salesconveyor.acquisition.list.ColumnNames;
import salesconveyor.acquisition.list.FileRow;
import salesconveyor.acquisition.list.LeadFile;
import salesconveyor.engine.Refused;
import salesconveyor.shared.Texts;

/** Reads the file of a list into rows. */
@Component
@Transactional
class ListReading {
    private static final int BATCH = 500;
    private static final int LONGEST_TITLE = 300;

    private final LeadLists lists;
    private final ListRows rows;
    private final ListKeyBook keys;
    private final RowJudging judging;
    private final Charset otherwise;
    private final int mostRows;

    ListReading(
            LeadLists lists,
            ListRows rows,
            ListKeyBook keys,
            RowJudging judging,
            Texts texts,
            @Value("${conveyor.acquisition.list-max-rows:100000}") int mostRows) {
        this.lists = lists;
        this.rows = rows;
        this.keys = keys;
        this.judging = judging;
        this.otherwise = Charset.forName(texts.locale().getLanguage().equals("ru") ? "windows-1251" : "windows-1252");
        this.mostRows = mostRows;
    }

    /** A look at the file in time to refuse it. @return its columns, as far as their names are known */
    List<ListColumn> columns(String name, byte[] content) {
        List<ListColumn> columns = new ArrayList<>();
        for (String title : LeadFile.open(name, content, otherwise).header()) {
            columns.add(new ListColumn(
                    columns.size(),
                    title.substring(0, Math.min(title.length(), LONGEST_TITLE)),
                    ColumnNames.recognise(title).orElse(null)));
        }
        return columns;
    }

    /** Doing it again after a fault replaces what was read before. */
    void read(String number) {
        rows.clear(number);
        keys.clear(number);
        Taker taker = new Taker(number, new ColumnMapping(lists.columns(number)));
        LeadFile.open(lists.get(number).fileName(), lists.content(number), otherwise)
                .rows(taker::take);
        taker.flush();
    }

    /** Takes the rows as they come and writes them in batches. */
    private final class Taker {
        private final String number;
        private final ColumnMapping mapping;
        private final List<ListRow> batch = new ArrayList<>();
        private int taken;

        Taker(String number, ColumnMapping mapping) {
            this.number = number;
            this.mapping = mapping;
        }

        boolean take(FileRow row) {
            boolean tooMany = taken == mostRows;
            batch.add(judging.first(tooMany ? end(row) : row, mapping));
            taken++;
            if (batch.size() == BATCH) {
                flush();
            }
            return !tooMany;
        }

        void flush() {
            rows.add(number, batch);
            batch.clear();
        }

        private FileRow end(FileRow row) {
            return new FileRow(
                    row.line(),
                    row.cells(),
                    -1,
                    new Refused(
                            "A list may have {0} rows; this one and all below are not read. Split the file.",
                            mostRows));
        }
    }
}
