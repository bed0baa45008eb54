package salesconveyor.acquisition;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import salesconveyor.engine.FormValues;
import salesconveyor.engine.Identities;
import salesconveyor.engine.ProcessModel;
import salesconveyor.engine.Variable;

/** Java twin of processes/importLeads.bpmn. The business key is the list's number. */
@ProcessModel("importLeads")
class ImportLeads {
    static final Variable<String> MARKETER = Variable.string("marketer"); // who handed the list in
    static final Variable<String> LIST_DECISION = Variable.string("listDecision"); // answers "What to do with it?"
    static final Variable<Boolean> ALL_COMPARED = Variable.bool("allCompared"); // answers "All compared?"
    static final Variable<Boolean> ALL_STARTED = Variable.bool("allStarted"); // answers "All started?"

    // Shown on the form, for the task alone; the rows come from the page's own address.
    static final Variable<String> REVIEWED_LIST = Variable.string("reviewedList");

    @Bean
    ExecutionListener storeList(Listing listing, Identities identities) {
        return execution -> {
            execution.setProcessBusinessKey(listing.hand(FormValues.of(execution), identities.current()));
            MARKETER.set(execution, identities.current());
        };
    }

    @Bean
    JavaDelegate readList(ListReading reading) {
        return execution -> reading.read(execution.getProcessBusinessKey());
    }

    @Bean
    JavaDelegate compareList(ListComparing comparing) {
        return execution -> ALL_COMPARED.set(execution, comparing.next(execution.getProcessBusinessKey()));
    }

    @Bean
    TaskListener loadReview() {
        return task -> REVIEWED_LIST.setLocal(task, task.getExecution().getProcessBusinessKey());
    }

    @Bean
    TaskListener recordReview(Listing listing) {
        return task -> LIST_DECISION.set(
                task, listing.decide(task.getExecution().getProcessBusinessKey(), FormValues.of(task)));
    }

    @Bean
    JavaDelegate startOpportunities(ListStarting starting) {
        return execution -> ALL_STARTED.set(execution, starting.next(execution.getProcessBusinessKey()));
    }

    @Bean
    JavaDelegate discardList(LeadLists lists) {
        return execution -> lists.end(execution.getProcessBusinessKey(), "DISCARDED");
    }

    @Bean
    JavaDelegate cancelImport(LeadLists lists) {
        return execution -> lists.end(execution.getProcessBusinessKey(), "CANCELLED");
    }

    @Bean
    ExecutionListener recordListStarted(LeadLists lists) {
        return execution -> lists.end(execution.getProcessBusinessKey(), "STARTED");
    }
}
