package salesconveyor.acquisition;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.companies.Companies;
import salesconveyor.companies.CompanyFacts;
import salesconveyor.shared.Texts;

/** Takes a call, a referral or another contact that one of us types in: to the case of its company that runs, or to a new one. */
@Component
@Transactional
public class TypingIn {
    private static final int LONGEST_NOTE = 2000;

    /**
     * What became of it.
     *
     * @param opportunity the new one, or the one that runs already
     * @param joined whether it was logged to a case that runs, so that no other starts
     */
    public record Taken(String opportunity, String company, boolean joined) {}

    private final Inquiries desk;
    private final Companies companies;
    private final Opportunities opportunities;
    private final Standing standing;
    private final AcquisitionMessages messages;
    private final InquiryNotices notices;
    private final Texts texts;

    TypingIn(
            Inquiries desk,
            Companies companies,
            Opportunities opportunities,
            Standing standing,
            AcquisitionMessages messages,
            InquiryNotices notices,
            Texts texts) {
        this.desk = desk;
        this.companies = companies;
        this.opportunities = opportunities;
        this.standing = standing;
        this.messages = messages;
        this.notices = notices;
        this.texts = texts;
    }

    /** @param author who typed it in */
    public Taken take(Contact contact, @Nullable String author) {
        desk.oneAtATime();
        String company = companies.recognise(contact.facts(), source(contact), author);
        boolean forbidden = standing.isForbidden(company);
        Optional<String> running = forbidden ? Optional.empty() : standing.running(company);
        if (running.isPresent()) {
            String theirs = standing.companyOf(running.get());
            join(running.get(), theirs, contact, author);
            return new Taken(running.get(), theirs, true);
        }
        String opportunity = opportunities.add(company, contact.channel().name(), contact.campaign());
        opportunities.note(opportunity, contact.note());
        if (forbidden) {
            notices.heard(
                    opportunity,
                    contact.facts().name(),
                    texts.say(
                            "Nothing was started, because company {0} is on the suppression list. Please decide who answers.",
                            company),
                    contact.words());
        }
        return new Taken(opportunity, company, false);
    }

    private void join(String opportunity, String company, Contact contact, @Nullable String author) {
        String words = source(contact) + ": " + contact.words();
        opportunities.called(
                opportunity,
                new Opportunities.Call(
                        author,
                        Arrival.INCOMING,
                        null,
                        null,
                        null,
                        words.substring(0, Math.min(words.length(), LONGEST_NOTE))));
        if (messages.showsInquiries(opportunity)) {
            messages.inquiryRepeated(opportunity, company);
        } else {
            notices.heard(
                    opportunity,
                    contact.facts().name(),
                    texts.say("Their case {0} runs already, so no other was started. Please answer.", opportunity),
                    words);
        }
    }

    private String source(Contact contact) {
        String channel = texts.say(contact.channel().title());
        return contact.campaign() == null ? channel : channel + ", " + contact.campaign();
    }

    /** What will become of it when it is typed in; nothing to say of a company that is new to us. */
    @Transactional(readOnly = true)
    public Optional<String> foresee(CompanyFacts facts) {
        return companies.match(facts).map(match -> {
            String name = companies.get(match.companyNumber()).name();
            if (standing.isForbidden(match.companyNumber())) {
                return texts.say(
                        "{0} ({1}) asked not to be contacted. No work starts; the heads of sales get what you enter by mail.",
                        name, match.companyNumber());
            }
            return standing.running(match.companyNumber())
                    .map(running -> texts.say(
                            "{0} is known and its case {1} runs (owner: {2}). What you enter is logged to that case, whoever works on it sees it, and no other case starts.",
                            name, running, opportunities.owner(running).orElse("–")))
                    .orElseGet(() -> texts.say(
                            "{0} is known as {1}, recognised by: {2}. A new case starts for it.",
                            name, match.companyNumber(), texts.say(match.by().title())));
        });
    }
}
