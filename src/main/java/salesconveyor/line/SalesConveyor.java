package salesconveyor.line;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.context.annotation.Bean;
import salesconveyor.engine.FormValues;
import salesconveyor.engine.ProcessModel;
import salesconveyor.engine.Variable;

/** Java twin of processes/salesConveyor.bpmn, the spine. The business key is the opportunity's number. */
@ProcessModel("salesConveyor")
class SalesConveyor {
    static final Variable<String> COMPANY_NUMBER = Variable.string("companyNumber");
    static final Variable<Boolean> REPEAT_ORDER = Variable.bool("repeatOrder");

    @Bean
    ExecutionListener registerOpportunity(Registering registering) {
        return execution -> {
            var registered = registering.register(FormValues.of(execution));
            execution.setProcessBusinessKey(registered.opportunity());
            COMPANY_NUMBER.set(execution, registered.company());
            REPEAT_ORDER.set(execution, false);
        };
    }
}
