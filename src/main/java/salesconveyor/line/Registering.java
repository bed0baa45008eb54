package salesconveyor.line;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.acquisition.Opportunities;
import salesconveyor.companies.Companies;
import salesconveyor.engine.FormValues;

/** Writes an opportunity that somebody types in, with its company and channel. */
@Component
@Transactional
class Registering {
    record Registered(String opportunity, String company) {}

    private final Companies companies;
    private final Opportunities opportunities;

    Registering(Companies companies, Opportunities opportunities) {
        this.companies = companies;
        this.opportunities = opportunities;
    }

    Registered register(FormValues form) {
        String company = companies.named(form.required("companyName"));
        return new Registered(opportunities.add(company, form.required("channel")), company);
    }
}
