package salesconveyor.acquisition;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

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
            String message) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Inquiries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
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
                        + " consent_version, source, campaign, recipient, received)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
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
                        inquiry.campaign(),
                        recipient,
                        OffsetDateTime.now(clock))
                .update();
        return jdbc.sql("select max(id) from inquiry").query(Long.class).single();
    }

    /** The inquiries of a case, the newest first. */
    public List<Inquiry> of(String opportunity) {
        return jdbc.sql(
                        "select company, person, email, phone, message from inquiry where opportunity_number = ? order by id desc")
                .param(opportunity)
                .query(Inquiry.class)
                .list();
    }

    /** The same as lines for a form: the words, then who wrote them. */
    public List<String> told(String opportunity) {
        return of(opportunity).stream()
                .map(inquiry -> "« " + inquiry.message() + " »\n— "
                        + Stream.of(inquiry.person(), inquiry.company(), inquiry.email(), inquiry.phone())
                                .filter(part -> part != null)
                                .collect(Collectors.joining(", ")))
                .toList();
    }
}
