package salesconveyor.companies;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody does not want to be contacted: from this moment nobody does, in whatever case. */
@Component
@Transactional
public class Contacting {
    private final SuppressionList suppressions;
    private final Recognising recognising;
    private final CompanyMessages messages;

    Contacting(SuppressionList suppressions, Recognising recognising, CompanyMessages messages) {
        this.suppressions = suppressions;
        this.recognising = recognising;
        this.messages = messages;
    }

    /**
     * Puts the company on the suppression list and ends its contact in stages 1, 2 and 4, whichever of its cards a
     * case has: a lead may wait for weeks and would be called then. Orders that run are served.
     *
     * @param exceptCase the case whose own task says so: it takes its own drawn path
     */
    public void forbid(String company, ContactScope scope, @Nullable String reason, @Nullable String exceptCase) {
        suppressions.add(company, scope, reason);
        if (scope.endsCases()) {
            messages.contactForbidden(company, exceptCase);
            // The same name alone may be a namesake, whose sale must not end by it.
            recognising.twins(company).stream()
                    .filter(match -> match.by() != Match.By.NAME)
                    .map(Match::companyNumber)
                    .distinct()
                    .forEach(card -> messages.contactForbidden(card, exceptCase));
        }
    }
}
