package salesconveyor.selling;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.companies.Companies;
import salesconveyor.companies.Seller;
import salesconveyor.companies.Sellers;
import salesconveyor.engine.Identities;
import salesconveyor.mail.Mail;
import salesconveyor.mail.Outbox;
import salesconveyor.shared.Texts;

/** The letters that carry a meeting to a calendar: one for each address and state of the meeting. */
@Component
@Transactional
class MeetingLetters {
    private final Companies companies;
    private final Sellers sellers;
    private final Identities identities;
    private final Outbox outbox;
    private final Texts texts;
    private final Clock clock;

    MeetingLetters(
            Companies companies, Sellers sellers, Identities identities, Outbox outbox, Texts texts, Clock clock) {
        this.companies = companies;
        this.sellers = sellers;
        this.identities = identities;
        this.outbox = outbox;
        this.texts = texts;
        this.clock = clock;
    }

    /** Whose address answers go to: the manager, else our company; empty: nobody can be invited. */
    Optional<MeetingFile.Person> host(Meeting meeting) {
        String manager = meeting.manager() == null ? "" : meeting.manager();
        String us = sellers.find().map(Seller::name).orElse(manager);
        return identities
                .email(manager)
                .or(() -> sellers.find().map(Seller::email))
                .map(email -> new MeetingFile.Person(us, email));
    }

    /** @param remark for this reader alone; may be empty */
    void request(Meeting meeting, String address, Locale language, String remark) {
        String text = texts.say(
                        language,
                        "We look forward to our meeting: {0}, {1} minutes.",
                        when(meeting, language),
                        meeting.minutes())
                + where(meeting, language);
        host(meeting).ifPresent(host -> {
            String title = title(meeting, language, host);
            var file = new MeetingFile(meeting, title, text, host).request(clock.instant());
            post(key(meeting, meeting.sequence(), address), address, title, text + remark(remark), host, file);
        });
    }

    void cancel(Meeting meeting, String address, Locale language, String remark) {
        int sequence = meeting.sequence() + 1;
        off(meeting, address, language, remark, key(meeting, sequence, address) + "-off", false);
    }

    /** To somebody who is no longer invited to a meeting that takes place. */
    void uninvite(Meeting meeting, String address, Locale language) {
        off(meeting, address, language, "", key(meeting, meeting.sequence(), address) + "-out", true);
    }

    private void off(Meeting meeting, String address, Locale language, String remark, String key, boolean takesPlace) {
        String text = texts.say(language, "The meeting of {0} is called off.", when(meeting, language));
        host(meeting).ifPresent(host -> {
            String title = title(meeting, language, host);
            var calendar = new MeetingFile(meeting, title, text, host);
            var file = takesPlace
                    ? calendar.uninvite(address, clock.instant())
                    : calendar.cancel(meeting.sequence() + 1, clock.instant());
            String subject = texts.say(language, "Called off: {0}", title);
            post(key, address, subject, text + remark(remark), host, file);
        });
    }

    private void post(
            String key, String to, String subject, String text, MeetingFile.Person host, Mail.Attachment file) {
        outbox.post(Mail.of(key, to, subject, text)
                .withHeader("Reply-To", host.email())
                .with(file));
    }

    private String title(Meeting meeting, Locale language, MeetingFile.Person host) {
        String client = companies.get(meeting.companyNumber()).name();
        return texts.say(language, "Meeting: {0} and {1}", client, host.name());
    }

    private String when(Meeting meeting, Locale language) {
        String time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                .withLocale(language)
                .format(meeting.starts().atZoneSameInstant(clock.getZone()));
        return time + " (" + clock.getZone().getId() + ")";
    }

    private String where(Meeting meeting, Locale language) {
        String place = meeting.place() == null ? "" : "\n" + texts.say(language, "Place: {0}", meeting.place());
        String link = meeting.link() == null ? "" : "\n" + texts.say(language, "Link: {0}", meeting.link());
        return place + link;
    }

    private static String remark(String remark) {
        return remark.isEmpty() ? "" : "\n\n" + remark;
    }

    /** By the case, so that the letters of an erased company are found. An address may be longer than a key. */
    private static String key(Meeting meeting, int sequence, String address) {
        return "meeting-" + meeting.opportunityNumber() + "-" + meeting.uid() + "-" + sequence + "-"
                + UUID.nameUUIDFromBytes(address.getBytes(UTF_8));
    }
}
