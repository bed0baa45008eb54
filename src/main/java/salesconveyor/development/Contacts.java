package salesconveyor.development;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Every contact with a client of stage 4, and the repeat order that came of it. */
@Component
@Transactional
class Contacts {
    /** One contact; {@code wish} is what the client asked for. */
    record Contact(
            long id,
            @Nullable String author,
            OffsetDateTime contacted,
            String outcome,
            @Nullable String wish,
            @Nullable String notes,
            @Nullable String opportunityNumber,
            @Nullable String products) {
        /** Article numbers of what the client wants for the first time. */
        List<String> skus() {
            return products == null ? List.of() : products.lines().toList();
        }

        /** What was said, in one text; empty when nothing was noted. */
        String text() {
            return Stream.of(wish, notes).filter(Objects::nonNull).collect(Collectors.joining("\n"));
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    Contacts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(
            String company,
            @Nullable String author,
            String outcome,
            @Nullable String wish,
            @Nullable String notes,
            @Nullable String lostReason,
            List<String> skus) {
        jdbc.sql("insert into client_contact (company_number, author, contacted, outcome, wish, notes, lost_reason,"
                        + " products) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        company,
                        author,
                        OffsetDateTime.now(clock),
                        outcome,
                        wish,
                        notes,
                        lostReason,
                        skus.isEmpty() ? null : String.join("\n", skus))
                .update();
    }

    /** The newest first. */
    List<Contact> of(String company) {
        return jdbc.sql(
                        "select id, author, contacted, outcome, wish, notes, opportunity_number, products from client_contact"
                                + " where company_number = ? order by id desc")
                .param(company)
                .query(Contact.class)
                .list();
    }

    Optional<OffsetDateTime> last(String company) {
        return of(company).stream().findFirst().map(Contact::contacted);
    }

    void requested(long contact, String opportunity) {
        jdbc.sql("update client_contact set opportunity_number = ? where id = ?")
                .params(opportunity, contact)
                .update();
    }
}
