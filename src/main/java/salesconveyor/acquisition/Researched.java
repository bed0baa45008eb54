package salesconveyor.acquisition;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.companies.Companies;
import salesconveyor.engine.FormValues;
import salesconveyor.shared.Texts;

/** What follows from what a researcher found: the facts may prove that we must not call, or that another case runs. */
@Component
@Transactional
class Researched {
    private final Researching researching;
    private final Standing standing;
    private final Opportunities opportunities;
    private final Companies companies;
    private final Inquiries inquiries;
    private final Arrival arrival;
    private final InquiryNotices notices;
    private final Texts texts;

    Researched(
            Researching researching,
            Standing standing,
            Opportunities opportunities,
            Companies companies,
            Inquiries inquiries,
            Arrival arrival,
            InquiryNotices notices,
            Texts texts) {
        this.researching = researching;
        this.standing = standing;
        this.opportunities = opportunities;
        this.companies = companies;
        this.inquiries = inquiries;
        this.arrival = arrival;
        this.notices = notices;
        this.texts = texts;
    }

    /** @return how the case ends; nothing when it goes on */
    @Nullable
    LeadResult record(String opportunity, String company, FormValues form, @Nullable String author) {
        // Two researchers who find the same company at once must not end each other's case.
        inquiries.oneAtATime();
        if (!researching.learn(opportunity, company, form, author)) {
            return LeadResult.DROPPED;
        }
        if (standing.isForbidden(company)) {
            tell(
                    opportunity,
                    opportunity,
                    company,
                    texts.say("The researcher found that contact is forbidden. Please decide who answers."));
            return LeadResult.SUPPRESSED;
        }
        Optional<String> other = standing.runningElsewhere(company);
        other.ifPresent(running -> tell(
                opportunity,
                running,
                company,
                texts.say("Their case {0} runs already, so no other was started. Please answer.", running)));
        return other.isPresent() ? LeadResult.DUPLICATE : null;
    }

    /** Whoever asked us or called us must not be lost with the case that ends. */
    private void tell(String opportunity, String toOwnerOf, String company, String why) {
        String words = Stream.concat(inquiries.told(opportunity).stream(), arrival.told(opportunity).stream())
                .collect(Collectors.joining("\n"));
        if (!words.isEmpty()) {
            notices.heard(toOwnerOf, companies.get(company).name(), why, words);
        }
    }
}
