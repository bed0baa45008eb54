package salesconveyor.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import salesconveyor.companies.Companies;

/** Writes a row and fails, as a step does whose second half breaks. */
@Component
class HalfStep implements JavaDelegate {
    private final Companies companies;

    HalfStep(Companies companies) {
        this.companies = companies;
    }

    @Override
    public void execute(DelegateExecution execution) {
        companies.named("Half Written Ltd");
        throw new IllegalStateException("the second half breaks");
    }
}
