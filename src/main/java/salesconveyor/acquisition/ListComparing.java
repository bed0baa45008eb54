package salesconveyor.acquisition;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.companies.Identity;

/** Finds out what each row of a list is, a batch in a transaction: a crash repeats one batch, never the list. */
@Component
@Transactional
class ListComparing {
    private final LeadLists lists;
    private final ListRows rows;
    private final ListKeyBook keys;
    private final RowJudging judging;
    private final int batch;

    ListComparing(
            LeadLists lists,
            ListRows rows,
            ListKeyBook keys,
            RowJudging judging,
            @Value("${conveyor.acquisition.list-compare-batch:1000}") int batch) {
        this.lists = lists;
        this.rows = rows;
        this.keys = keys;
        this.judging = judging;
        this.batch = batch;
    }

    /** Judges the next rows. @return whether none is left */
    boolean next(String number) {
        ColumnMapping mapping = new ColumnMapping(lists.columns(number));
        List<ListRows.Waiting> waiting = rows.read(number, batch);
        List<RowJudging.Reading> readings = new ArrayList<>();
        for (ListRows.Waiting row : waiting) {
            readings.add(judging.read(row.row(), mapping));
        }
        Set<Identity> identities = readings.stream()
                .flatMap(reading -> reading.identity().stream())
                .collect(Collectors.toSet());
        ListCompanies before = new ListCompanies(keys.find(
                number,
                identities.stream()
                        .flatMap(identity -> ListKeys.sought(identity).values().stream())
                        .flatMap(List::stream)
                        .toList()));
        Imported imported = new Imported(
                rows.imported(identities.stream().map(ListKeys::hash).toList()));
        List<ListRows.Waiting> judged = new ArrayList<>();
        for (int place = 0; place < waiting.size(); place++) {
            judged.add(new ListRows.Waiting(
                    waiting.get(place).id(), judging.judge(readings.get(place), mapping, before, imported)));
        }
        rows.judged(judged);
        keys.add(number, before.added());
        return waiting.size() < batch;
    }
}
