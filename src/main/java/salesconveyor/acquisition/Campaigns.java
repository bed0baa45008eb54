package salesconveyor.acquisition;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.shared.Numbering;

/** The mailings: what was written, who approved it and how each ended. */
@Component
@Transactional
class Campaigns {
    record Campaign(
            String number,
            String name,
            @Nullable Segment segment,
            @Nullable String clientClass,
            @Nullable String industry,
            @Nullable String region,
            @Nullable String subject,
            @Nullable String body,
            int rejections,
            @Nullable String rejectReason,
            @Nullable MailingResult result) {}

    /** What a marketer wrote and for whom. */
    record Content(
            Segment segment,
            @Nullable String clientClass,
            @Nullable String industry,
            @Nullable String region,
            String subject,
            String body) {}

    private final JdbcClient jdbc;
    private final Numbering numbering;
    private final Clock clock;

    Campaigns(JdbcClient jdbc, Numbering numbering, Clock clock) {
        this.jdbc = jdbc;
        this.numbering = numbering;
        this.clock = clock;
    }

    /** @return its number, like {@code M-2026-000001} */
    String open(String name) {
        String number = numbering.ofYear("M");
        jdbc.sql("insert into campaign (number, name, opened) values (?, ?, ?)")
                .params(number, name, OffsetDateTime.now(clock))
                .update();
        return number;
    }

    Campaign get(String number) {
        return jdbc.sql("select number, name, segment, client_class, industry, region, subject, body, rejections,"
                        + " reject_reason, result from campaign where number = ?")
                .param(number)
                .query(Campaign.class)
                .single();
    }

    /** How people tell it from others: number and name. */
    String title(String number) {
        return number + " " + get(number).name();
    }

    void write(String number, Content content, @Nullable String author) {
        jdbc.sql("update campaign set segment = ?, client_class = ?, industry = ?, region = ?, subject = ?, body = ?,"
                        + " author = ? where number = ?")
                .params(
                        content.segment().name(),
                        content.clientClass(),
                        content.industry(),
                        content.region(),
                        content.subject(),
                        content.body(),
                        author,
                        number)
                .update();
    }

    void approved(String number, @Nullable String head) {
        jdbc.sql("update campaign set approved_by = ? where number = ?")
                .params(head, number)
                .update();
    }

    void rejected(String number, String reason) {
        jdbc.sql("update campaign set rejections = rejections + 1, reject_reason = ? where number = ?")
                .params(reason, number)
                .update();
    }

    void ended(String number, MailingResult result) {
        jdbc.sql("update campaign set result = ? where number = ?")
                .params(result.name(), number)
                .update();
    }
}
