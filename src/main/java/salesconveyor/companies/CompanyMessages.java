package salesconveyor.companies;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import salesconveyor.engine.Nudges;
import salesconveyor.engine.Variable;

/** What the cases of a company are told. */
@Component
class CompanyMessages {
    private static final Variable<String> COMPANY_NUMBER = Variable.string("companyNumber");

    private final Nudges nudges;

    CompanyMessages(Nudges nudges) {
        this.nudges = nudges;
    }

    void contactForbidden(String company, @Nullable String exceptCase) {
        nudges.toOthers("contactForbidden", COMPANY_NUMBER, company, exceptCase);
    }
}
