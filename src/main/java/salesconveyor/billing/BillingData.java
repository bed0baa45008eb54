package salesconveyor.billing;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.companies.Companies;
import salesconveyor.companies.Countries;
import salesconveyor.selling.Ordering;

/** Where the papers of an order go, by mail or by post, and the address that is printed on them. */
@Component
@Transactional
public class BillingData {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Ordering ordering;
    private final Companies companies;

    BillingData(JdbcClient jdbc, Clock clock, Ordering ordering, Companies companies) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ordering = ordering;
        this.companies = companies;
    }

    /** Whom the proposal went to, else the company. */
    public Optional<String> email(String order) {
        var placed = ordering.get(order);
        return Optional.ofNullable(placed.email())
                .or(() -> Optional.ofNullable(
                        companies.get(placed.companyNumber()).email()));
    }

    /** A person stands for this address: what the mail server refused before counts no more. */
    public void email(String order, String address) {
        ordering.email(order, address);
        open(order);
        jdbc.sql("update order_billing set confirmed = ? where order_number = ?")
                .params(OffsetDateTime.now(clock), order)
                .update();
    }

    /** Since when a person stands for the address of the order. */
    Optional<OffsetDateTime> confirmed(String order) {
        return jdbc.sql("select confirmed from order_billing where order_number = ? and confirmed is not null")
                .param(order)
                .query(OffsetDateTime.class)
                .optional();
    }

    /** The papers of the order are printed and posted, or mailed as usual. */
    public void byPost(String order, boolean byPost) {
        open(order);
        jdbc.sql("update order_billing set by_post = ? where order_number = ?")
                .params(byPost, order)
                .update();
    }

    /** To whom letters about the order are mailed; empty: they are printed and posted. */
    public Optional<String> recipient(String order) {
        return isByPost(order) ? Optional.empty() : email(order);
    }

    /** Whether letters have a way to the client, by mail or by post. */
    public boolean isReachable(String order) {
        return isByPost(order) || email(order).isPresent();
    }

    boolean isByPost(String order) {
        return jdbc.sql("select count(*) from order_billing where order_number = ? and by_post = true")
                        .param(order)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The client's address, line by line; empty while nobody entered it. */
    public Optional<String> address(String company) {
        return jdbc.sql("select address from billing_address where company_number = ?")
                .param(company)
                .query(String.class)
                .optional();
    }

    /** Whether it tells more than a town, or a town and its country. */
    boolean isAddressFull(String company) {
        return address(company).filter(BillingData::isFull).isPresent();
    }

    static boolean isFull(String address) {
        return Stream.of(address.split("[\n,;]"))
                        .map(String::strip)
                        .filter(part -> part.chars().anyMatch(Character::isLetterOrDigit))
                        .filter(part -> !Countries.isCountry(part))
                        .count()
                > 1;
    }

    public void address(String company, String address, @Nullable String author) {
        jdbc.sql("delete from billing_address where company_number = ?")
                .param(company)
                .update();
        jdbc.sql("insert into billing_address (company_number, address, author, written) values (?, ?, ?, ?)")
                .params(company, address, author, OffsetDateTime.now(clock))
                .update();
    }

    private void open(String order) {
        jdbc.sql("insert into order_billing (order_number) select ? from one_row"
                        + " where not exists (select 1 from order_billing where order_number = ?)")
                .params(order, order)
                .update();
    }
}
