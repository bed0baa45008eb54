package salesconveyor.acquisition;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.companies.Companies;
import salesconveyor.companies.ContactScope;
import salesconveyor.companies.SuppressionList;

/**
 * Whether we may work on a company: one question for a new case, for who asks or calls us, and for what a researcher
 * found out. A company may have several cards: all of them count.
 */
@Component
@Transactional(readOnly = true)
class Standing {
    private final Companies companies;
    private final Opportunities opportunities;
    private final SuppressionList suppressions;

    Standing(Companies companies, Opportunities opportunities, SuppressionList suppressions) {
        this.companies = companies;
        this.opportunities = opportunities;
        this.suppressions = suppressions;
    }

    /** Whether nobody may call it; stage 1 works by telephone, so nothing of it starts. */
    boolean isForbidden(String company) {
        return isForbidden(companies.cards(company));
    }

    private boolean isForbidden(List<String> cards) {
        return cards.stream().anyMatch(card -> suppressions.forbids(card, ContactScope.PHONE));
    }

    /** The case of the company that runs, in whatever stage; of its own card first. */
    Optional<String> running(String company) {
        return companies.cards(company).stream()
                .flatMap(card -> opportunities.running(card).stream())
                .findFirst();
    }

    /** The card that a case was opened for: it may be another one than that by which the company came now. */
    String companyOf(String opportunity) {
        return opportunities.find(opportunity).orElseThrow().companyNumber();
    }

    /** The same when this case goes on anyway: one of the company's other cards. */
    Optional<String> runningElsewhere(String company) {
        return companies.cards(company).stream()
                .filter(card -> !card.equals(company))
                .flatMap(card -> opportunities.running(card).stream())
                .findFirst();
    }

    /** Why a case that begins must not be worked on; nothing when it may. Of two cases the older one goes on. */
    @Nullable
    LeadResult obstacle(String opportunity, String company) {
        List<String> cards = companies.cards(company);
        if (isForbidden(cards)) {
            return LeadResult.SUPPRESSED;
        }
        return cards.stream().anyMatch(card -> opportunities.otherRuns(opportunity, card))
                ? LeadResult.DUPLICATE
                : null;
    }
}
