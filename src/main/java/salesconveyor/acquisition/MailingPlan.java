package salesconveyor.acquisition;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.acquisition.Recipients.Recipient;
import salesconveyor.companies.Audience;
import salesconveyor.companies.MailingContact;
import salesconveyor.companies.MailingContacts;
import salesconveyor.shared.Texts;

/** Who a mailing would reach and what they would read, while it is written. Nothing is stored. */
@Component
@Transactional
public class MailingPlan {
    /**
     * A mailing as a marketer has it on the form.
     *
     * @param segment a key of the form; null when nothing is chosen yet
     */
    public record Draft(
            @Nullable String segment,
            @Nullable String clientClass,
            @Nullable String industry,
            @Nullable String region,
            @Nullable String subject,
            @Nullable String text) {}

    /** @param letter as the first of them would read it; null when there is nobody or nothing to read */
    public record Preview(int recipients, @Nullable String letter) {}

    /** What the lists of the form offer. */
    public record Choices(List<String> industries, List<String> regions) {}

    private final MailingContacts contacts;
    private final Opportunities opportunities;
    private final MailingLetter letter;
    private final Texts texts;

    MailingPlan(MailingContacts contacts, Opportunities opportunities, MailingLetter letter, Texts texts) {
        this.contacts = contacts;
        this.opportunities = opportunities;
        this.letter = letter;
        this.texts = texts;
    }

    public Choices choices() {
        return new Choices(contacts.industries(), contacts.regions());
    }

    /** Refuses a text with an unknown merge field. */
    public Preview preview(Draft draft) {
        String subject = draft.subject() == null ? "" : draft.subject();
        String text = draft.text() == null ? "" : draft.text();
        MailingLetter.check(subject);
        MailingLetter.check(text);
        if (draft.segment() == null || draft.segment().isBlank()) {
            return new Preview(0, null);
        }
        List<MailingContact> list =
                recipients(Segment.of(draft.segment()), draft.clientClass(), draft.industry(), draft.region());
        return new Preview(
                list.size(),
                list.isEmpty() || subject.isBlank() && text.isBlank()
                        ? null
                        : letter.read(letter.write(subject, text, specimen(list.get(0)))));
    }

    List<MailingContact> recipients(
            Segment segment, @Nullable String clientClass, @Nullable String industry, @Nullable String region) {
        List<MailingContact> list =
                contacts.of(new Audience(segment.basis(), filled(clientClass), filled(industry), filled(region)));
        if (segment == Segment.NURTURE) {
            Set<String> undecided = opportunities.companiesInNurture();
            return list.stream()
                    .filter(contact -> undecided.contains(contact.companyNumber()))
                    .toList();
        }
        return list;
    }

    /** The audience in words, for whoever approves it. */
    String audience(Campaigns.Campaign campaign) {
        Segment segment = campaign.segment();
        return Stream.of(
                        segment == null ? null : texts.say(segment.title()),
                        campaign.clientClass() == null ? null : texts.say("class {0}", campaign.clientClass()),
                        campaign.industry(),
                        campaign.region())
                .filter(part -> part != null)
                .collect(Collectors.joining(" · "));
    }

    /** Without the secret of the links: a form is no place for it. */
    private static Recipient specimen(MailingContact contact) {
        return new Recipient(0, "", contact.email(), contact.companyNumber(), contact.person(), "…");
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
