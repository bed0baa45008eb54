package salesconveyor.companies;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody does not want to be contacted: from this moment nobody does, in whatever case. */
@Component
@Transactional
public class Contacting {
    private final SuppressionList suppressions;
    private final CompanyMessages messages;

    Contacting(SuppressionList suppressions, CompanyMessages messages) {
        this.suppressions = suppressions;
        this.messages = messages;
    }

    /**
     * Puts the company on the suppression list and ends its contact in stages 1, 2 and 4. Orders that run are served.
     *
     * @param exceptCase the case whose own task says so: it takes its own drawn path
     */
    public void forbid(String company, ContactScope scope, @Nullable String reason, @Nullable String exceptCase) {
        suppressions.add(company, scope, reason);
        if (scope.endsCases()) {
            messages.contactForbidden(company, exceptCase);
        }
    }
}
