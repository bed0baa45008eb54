package salesconveyor.line;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import salesconveyor.acquisition.Opportunities;
import salesconveyor.development.Developing;
import salesconveyor.engine.FormValues;
import salesconveyor.engine.ProcessModel;
import salesconveyor.engine.Variable;

/** Java twin of processes/salesConveyor.bpmn, the spine. The business key is the opportunity's number. */
@ProcessModel("salesConveyor")
class SalesConveyor {
    static final Variable<String> COMPANY_NUMBER = Variable.string("companyNumber");
    static final Variable<String> ORDER_NUMBER = Variable.string("orderNumber");
    static final Variable<String> MANAGER = Variable.string("manager"); // who owns the case; empty: nobody yet
    static final Variable<Boolean> CASE_RUNS = Variable.bool("caseRuns"); // answers "Case runs already?"
    static final Variable<Boolean> REPEAT_ORDER = Variable.bool("repeatOrder");

    @Bean
    ExecutionListener registerOpportunity(Registering registering) {
        return execution -> {
            var registered = registering.register(
                    execution.getProcessBusinessKey(), COMPANY_NUMBER.find(execution), FormValues.of(execution));
            execution.setProcessBusinessKey(registered.opportunity());
            COMPANY_NUMBER.set(execution, registered.company());
            CASE_RUNS.set(execution, registered.joined());
            REPEAT_ORDER.set(execution, false);
        };
    }

    @Bean
    ExecutionListener startWithInquiry() {
        return execution -> REPEAT_ORDER.set(execution, false);
    }

    @Bean
    ExecutionListener startWithRepeatOrder() {
        return execution -> REPEAT_ORDER.set(execution, true);
    }

    @Bean
    JavaDelegate handOverClient(Developing developing) {
        return execution -> developing.handOver(
                COMPANY_NUMBER.get(execution), ORDER_NUMBER.get(execution), MANAGER.find(execution));
    }

    @Bean
    ExecutionListener loseClient(Developing developing) {
        return execution -> developing.lost(COMPANY_NUMBER.get(execution));
    }

    @Bean
    ExecutionListener closeOpportunity(Opportunities opportunities) {
        return execution -> opportunities.close(
                execution.getProcessBusinessKey(), Endings.outcome(execution.getCurrentActivityId()));
    }
}
