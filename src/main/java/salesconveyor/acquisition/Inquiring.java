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
import salesconveyor.companies.SuppressionList;

/** Takes an inquiry: to the case of its company that runs, or to a new one. */
@Component
@Transactional
class Inquiring {
    private static final String SOURCE = "inquiry on the site";

    private final Inquiries inquiries;
    private final Companies companies;
    private final Opportunities opportunities;
    private final Recipients recipients;
    private final Campaigns campaigns;
    private final Consents consents;
    private final Confirming confirming;
    private final SuppressionList suppressions;
    private final AcquisitionMessages messages;
    private final InquiryNotices notices;

    Inquiring(
            Inquiries inquiries,
            Companies companies,
            Opportunities opportunities,
            Recipients recipients,
            Campaigns campaigns,
            Consents consents,
            Confirming confirming,
            SuppressionList suppressions,
            AcquisitionMessages messages,
            InquiryNotices notices) {
        this.inquiries = inquiries;
        this.companies = companies;
        this.opportunities = opportunities;
        this.recipients = recipients;
        this.campaigns = campaigns;
        this.consents = consents;
        this.confirming = confirming;
        this.suppressions = suppressions;
        this.messages = messages;
        this.notices = notices;
    }

    void receive(InquiryCheck.Clean inquiry, boolean wantsNews, @Nullable String mailing, Visit visit) {
        inquiries.oneAtATime();
        if (inquiries.justReceived(inquiry)) {
            return;
        }
        // Completes the card and never overwrites what we know: anybody can write in anybody's name.
        String company = companies.recognise(
                CompanyFacts.of(inquiry.company())
                        .with(Fact.PERSON, inquiry.person())
                        .with(Fact.EMAIL, inquiry.email())
                        .with(Fact.PHONE, inquiry.phone()),
                SOURCE,
                null);
        consents.give(
                new Consent(inquiry.email(), Purpose.ANSWER, ConsentWords.ANSWER, SOURCE, company, inquiry.person()));
        Optional<Recipient> reader = Optional.ofNullable(mailing).flatMap(recipients::find);
        Long letter = reader.map(Recipient::id).orElse(null);
        if (letter != null) {
            recipients.inquired(letter);
        }
        if (suppressions.contains(company)) {
            // Somebody there asks for contact although the company forbade it: a head decides, nobody stumbles into it.
            notices.forbidden(inquiries.add(inquiry, company, null, letter, ConsentWords.ANSWER), inquiry, company);
            return;
        }
        if (wantsNews) {
            confirming.ask(inquiry, company, SOURCE, visit);
        }
        Optional<String> running = opportunities.running(company);
        String opportunity = running.orElseGet(() -> open(inquiry, company, reader));
        long id = inquiries.add(inquiry, company, opportunity, letter, ConsentWords.ANSWER);
        if (running.isEmpty()) {
            messages.inquiryReceived(opportunity, company);
        } else if (messages.showsInquiries(opportunity)) {
            messages.inquiryRepeated(opportunity, company);
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
