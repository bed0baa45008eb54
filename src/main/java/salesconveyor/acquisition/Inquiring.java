package salesconveyor.acquisition;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.acquisition.Recipients.Recipient;
import salesconveyor.companies.Companies;
import salesconveyor.companies.CompanyFacts;
import salesconveyor.companies.Consents;
import salesconveyor.companies.Consents.Consent;
import salesconveyor.companies.Consents.Purpose;
import salesconveyor.companies.Fact;
import salesconveyor.shared.Texts;

/** Takes an inquiry: to the case of its company that runs, or to a new one. */
@Component
@Transactional
class Inquiring {
    private final Inquiries inquiries;
    private final Companies companies;
    private final Opportunities opportunities;
    private final Recipients recipients;
    private final Campaigns campaigns;
    private final Consents consents;
    private final Confirming confirming;
    private final Standing standing;
    private final AcquisitionMessages messages;
    private final InquiryNotices notices;
    private final Texts texts;

    Inquiring(
            Inquiries inquiries,
            Companies companies,
            Opportunities opportunities,
            Recipients recipients,
            Campaigns campaigns,
            Consents consents,
            Confirming confirming,
            Standing standing,
            AcquisitionMessages messages,
            InquiryNotices notices,
            Texts texts) {
        this.inquiries = inquiries;
        this.companies = companies;
        this.opportunities = opportunities;
        this.recipients = recipients;
        this.campaigns = campaigns;
        this.consents = consents;
        this.confirming = confirming;
        this.standing = standing;
        this.messages = messages;
        this.notices = notices;
        this.texts = texts;
    }

    void receive(InquiryCheck.Clean inquiry, boolean wantsNews, @Nullable String mailing, Visit visit) {
        inquiries.oneAtATime();
        if (inquiries.justReceived(inquiry)) {
            return;
        }
        String source = texts.say("inquiry on the site");
        // Completes the card and never overwrites what we know: anybody can write in anybody's name.
        String company = companies.recognise(
                CompanyFacts.of(inquiry.company())
                        .with(Fact.PERSON, inquiry.person())
                        .with(Fact.EMAIL, inquiry.email())
                        .with(Fact.PHONE, inquiry.phone()),
                source,
                null);
        consents.give(
                new Consent(inquiry.email(), Purpose.ANSWER, ConsentWords.ANSWER, source, company, inquiry.person()));
        Optional<Recipient> reader = Optional.ofNullable(mailing).flatMap(recipients::find);
        Long letter = reader.map(Recipient::id).orElse(null);
        if (letter != null) {
            recipients.inquired(letter);
        }
        if (standing.isForbidden(company)) {
            // Somebody there asks for contact although the company forbade it: a head decides, nobody stumbles into it.
            notices.forbidden(inquiries.add(inquiry, company, null, letter, ConsentWords.ANSWER), inquiry, company);
            return;
        }
        if (wantsNews) {
            confirming.ask(inquiry, company, source, visit);
        }
        Optional<String> running = standing.running(company);
        String opportunity = running.orElseGet(() -> open(inquiry, company, reader));
        long id = inquiries.add(inquiry, company, opportunity, letter, ConsentWords.ANSWER);
        if (running.isEmpty()) {
            messages.inquiryReceived(opportunity, company);
        } else if (messages.showsInquiries(opportunity)) {
            messages.inquiryRepeated(opportunity, standing.companyOf(opportunity));
        } else {
            notices.elsewhere(id, inquiry, opportunity);
        }
    }

    /** Of a mailing, or of the site with the campaign of the link that led there. */
    private String open(InquiryCheck.Clean inquiry, String company, Optional<Recipient> reader) {
        return reader.map(recipient ->
                        opportunities.add(company, Channel.MAILING.name(), campaigns.title(recipient.campaignNumber())))
                .orElseGet(() -> opportunities.add(
                        company,
                        Channel.SITE.name(),
                        inquiry.campaign() == null ? inquiry.source() : inquiry.campaign()));
    }
}
