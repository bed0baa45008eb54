package salesconveyor.acquisition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.companies.Companies;
import salesconveyor.companies.CompanyFacts;
import salesconveyor.companies.Identity;
import salesconveyor.companies.Normalising;
import salesconveyor.engine.Nudges;

/** Puts the new companies of a list onto the belt, a batch in a transaction. */
@Component
@Transactional
class ListStarting {
    private final LeadLists lists;
    private final ListRows rows;
    private final ListMatching matching;
    private final Normalising normalising;
    private final Companies companies;
    private final Opportunities opportunities;
    private final Nudges nudges;
    private final int batch;

    ListStarting(
            LeadLists lists,
            ListRows rows,
            ListMatching matching,
            Normalising normalising,
            Companies companies,
            Opportunities opportunities,
            Nudges nudges,
            @Value("${conveyor.acquisition.list-batch:100}") int batch) {
        this.lists = lists;
        this.rows = rows;
        this.matching = matching;
        this.normalising = normalising;
        this.companies = companies;
        this.opportunities = opportunities;
        this.nudges = nudges;
        this.batch = batch;
    }

    /** Starts the next ones; each row remembers its opportunity. @return whether none is left */
    boolean next(String number) {
        LeadList list = lists.get(number);
        ColumnMapping mapping = new ColumnMapping(lists.columns(number));
        List<ListRows.Waiting> waiting = rows.waiting(number, lists.startedTo(number), batch);
        for (ListRows.Waiting row : waiting) {
            start(list, row, mapping);
            lists.startedTo(number, row.id());
        }
        return waiting.size() < batch;
    }

    private void start(LeadList list, ListRows.Waiting waiting, ColumnMapping mapping) {
        List<String> cells = waiting.row().cells();
        CompanyFacts facts = normalising.lenient(mapping.facts(cells), (fact, told) -> {});
        String hash = ListKeys.hash(Identity.of(facts));
        var obstacle = matching.known(facts, new Imported(rows.imported(List.of(hash))));
        if (obstacle.isPresent()) {
            rows.notNew(waiting.id(), obstacle.get());
            return;
        }
        String company = companies.add(facts, list.origin(), list.uploadedBy());
        String opportunity = opportunities.add(company, list.channel(), list.campaign());
        opportunities.note(opportunity, mapping.note(cells));
        rows.started(waiting.id(), company, opportunity);
        nudges.begin("salesConveyor", opportunity, variables(list, company));
    }

    private static Map<String, Object> variables(LeadList list, String company) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("companyNumber", company);
        if (list.callScript() != null) {
            variables.put("callScript", list.callScript());
        }
        return variables;
    }
}
