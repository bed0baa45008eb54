package salesconveyor.selling;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The sales of stage 2: how each ended, and what was noted at each station on the way. */
@Component
@Transactional
public class Sales {
    /** One entry of a sale's story. */
    public record Note(
            String station,
            String outcome,
            @Nullable String author,
            @Nullable String text,
            OffsetDateTime written) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Sales(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Opens the sale of an opportunity, unless it is open already: a repeat order begins with a story. */
    public void open(String opportunity, String company) {
        jdbc.sql("insert into sale (opportunity_number, company_number, opened) select ?, ?, ? from one_row"
                        + " where not exists (select 1 from sale where opportunity_number = ?)")
                .params(opportunity, company, OffsetDateTime.now(clock), opportunity)
                .update();
    }

    /** Adds to the story what was said at a station of another stage. */
    public void tell(
            String opportunity, String station, String outcome, @Nullable String author, @Nullable String text) {
        note(opportunity, station, outcome, author, text);
    }

    /** What the client wants for the first time, by article number. */
    public void wish(String opportunity, String sku) {
        jdbc.sql("insert into sale_wish (opportunity_number, sku) select ?, ? from one_row where not exists"
                        + " (select 1 from sale_wish where opportunity_number = ? and sku = ?)")
                .params(opportunity, sku, opportunity, sku)
                .update();
    }

    List<String> wishes(String opportunity) {
        return jdbc.sql("select sku from sale_wish where opportunity_number = ? order by sku")
                .param(opportunity)
                .query(String.class)
                .list();
    }

    void note(String opportunity, String station, String outcome, @Nullable String author, @Nullable String text) {
        note(opportunity, station, outcome, null, author, text);
    }

    /** @param reason the key of why it is later or lost */
    void note(
            String opportunity,
            String station,
            String outcome,
            @Nullable String reason,
            @Nullable String author,
            @Nullable String text) {
        jdbc.sql("insert into sale_note (opportunity_number, station, outcome, reason, author, written, text)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(opportunity, station, outcome, reason, author, OffsetDateTime.now(clock), text)
                .update();
    }

    /** Where the proposal goes. */
    void email(String opportunity, String address) {
        jdbc.sql("update sale set email = ? where opportunity_number = ?")
                .params(address, opportunity)
                .update();
    }

    /** The address of the proposal; a repeat order takes the one of the client's last sale. */
    Optional<String> email(String opportunity) {
        return jdbc.sql("select email from sale where email is not null and company_number ="
                        + " (select company_number from sale where opportunity_number = ?)"
                        + " order by case when opportunity_number = ? then 0 else 1 end, opened desc limit 1")
                .params(opportunity, opportunity)
                .query(String.class)
                .optional();
    }

    void close(String opportunity, SaleResult result, @Nullable String lostReason) {
        jdbc.sql("update sale set result = ?, lost_reason = ? where opportunity_number = ?")
                .params(result.name(), lostReason, opportunity)
                .update();
    }

    /** How often a station of this sale ended in this outcome: loops are bounded by it. */
    int count(String opportunity, String station, String outcome) {
        return jdbc.sql("select count(*) from sale_note where opportunity_number = ? and station = ? and outcome = ?")
                .params(opportunity, station, outcome)
                .query(Integer.class)
                .single();
    }

    /** The same, counted from the last note of another station on. */
    int countSince(String since, String opportunity, String station, String outcome) {
        return jdbc.sql("select count(*) from sale_note where opportunity_number = ? and station = ? and outcome = ?"
                        + " and id > (select coalesce(max(id), 0) from sale_note where opportunity_number = ?"
                        + " and station = ?)")
                .params(opportunity, station, outcome, opportunity, since)
                .query(Integer.class)
                .single();
    }

    /** The sale's notes, oldest first. */
    public List<Note> story(String opportunity) {
        return jdbc.sql(
                        "select station, outcome, author, text, written from sale_note where opportunity_number = ? order by id")
                .param(opportunity)
                .query(Note.class)
                .list();
    }

    /** How the sale ended; empty while it runs. */
    public Optional<SaleResult> result(String opportunity) {
        return jdbc.sql("select result from sale where opportunity_number = ? and result is not null")
                .param(opportunity)
                .query(String.class)
                .optional()
                .map(SaleResult::valueOf);
    }
}
