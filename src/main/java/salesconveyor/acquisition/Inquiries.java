package salesconveyor.acquisition;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.shared.Texts;

/** What people wrote to us, and the case that each inquiry belongs to. */
@Component
@Transactional
public class Inquiries {
    /** One inquiry as the stations read it. */
    public record Inquiry(
            String company,
            String person,
            String email,
            @Nullable String phone,
            String message,
            @Nullable String source,
            @Nullable String medium,
            @Nullable String campaign,
            @Nullable String mailing) {}

    private final JdbcClient jdbc;
    private final Texts texts;
    private final Clock clock;

    Inquiries(JdbcClient jdbc, Texts texts, Clock clock) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.clock = clock;
    }

    /** Until this transaction ends no other inquiry is looked at: two at once would each start a case. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void oneAtATime() {
        jdbc.sql("select id from inquiry_desk for update").query(Integer.class).list();
    }

    /** Whether the same words came from the same address a moment ago: a second click, not a second question. */
    boolean justReceived(InquiryCheck.Clean inquiry) {
        return jdbc.sql("select count(*) from inquiry where email = ? and company = ? and message = ? and received > ?")
                        .params(
                                inquiry.email(),
                                inquiry.company(),
                                inquiry.message(),
                                OffsetDateTime.now(clock).minusHours(1))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** @return its id */
    long add(
            InquiryCheck.Clean inquiry,
            String company,
            @Nullable String opportunity,
            @Nullable Long recipient,
            String consentVersion) {
        jdbc.sql("insert into inquiry (company_number, opportunity_number, company, person, email, phone, message,"
                        + " consent_version, source, medium, campaign, recipient, received)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        company,
                        opportunity,
                        inquiry.company(),
                        inquiry.person(),
                        inquiry.email(),
                        inquiry.phone(),
                        inquiry.message(),
                        consentVersion,
                        inquiry.source(),
                        inquiry.medium(),
                        inquiry.campaign(),
                        recipient,
                        OffsetDateTime.now(clock))
                .update();
        return jdbc.sql("select max(id) from inquiry").query(Long.class).single();
    }

    /** The inquiries of a case, the newest first. */
    public List<Inquiry> of(String opportunity) {
        return jdbc.sql("select i.company, i.person, i.email, i.phone, i.message, i.source, i.medium, i.campaign,"
                        + " r.campaign_number as mailing from inquiry i left join campaign_recipient r"
                        + " on r.id = i.recipient where i.opportunity_number = ? order by i.id desc")
                .param(opportunity)
                .query(Inquiry.class)
                .list();
    }

    /** The same as lines for a form: the words, then who wrote them and what led them here. */
    public List<String> told(String opportunity) {
        return of(opportunity).stream()
                .map(inquiry -> "« " + inquiry.message() + " »\n— "
                        + joined(", ", inquiry.person(), inquiry.company(), inquiry.email(), inquiry.phone())
                        + origin(inquiry))
                .toList();
    }

    private String origin(Inquiry inquiry) {
        String campaign = joined(" / ", inquiry.source(), inquiry.medium(), inquiry.campaign());
        return (campaign.isEmpty() ? "" : "\n" + texts.say("Came from: {0}", campaign))
                + (inquiry.mailing() == null ? "" : "\n" + texts.say("Answers mailing {0}", inquiry.mailing()));
    }

    private static String joined(String between, @Nullable String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(between));
    }
}
