package salesconveyor.selling;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.shared.Numbering;

/** Makes the order of a won deal, and finds the orders of a client. */
@Component
@Transactional
public class Ordering {
    /**
     * An order.
     *
     * @param email where its papers go
     */
    public record Order(
            String number,
            String opportunityNumber,
            String companyNumber,
            OffsetDateTime ordered,
            @Nullable String email) {}

    private static final String SELECT =
            "select o.number, o.opportunity_number, o.company_number, o.ordered, (select s.email from sale s"
                    + " where s.company_number = o.company_number and s.email is not null order by case when"
                    + " s.opportunity_number = o.opportunity_number then 0 else 1 end, s.opened desc limit 1) as email"
                    + " from purchase_order o ";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Numbering numbering;
    private final Proposals proposals;
    private final Sales sales;
    private final Clearance clearance;

    Ordering(JdbcClient jdbc, Clock clock, Numbering numbering, Proposals proposals, Sales sales, Clearance clearance) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.numbering = numbering;
        this.proposals = proposals;
        this.sales = sales;
        this.clearance = clearance;
    }

    /** The number of the order of this opportunity, made of what was sent to the client last. */
    String place(String opportunity, String company) {
        Optional<String> placed = jdbc.sql("select number from purchase_order where opportunity_number = ?")
                .param(opportunity)
                .query(String.class)
                .optional();
        return placed.orElseGet(() -> {
            String number = numbering.ofYear("O");
            jdbc.sql("insert into purchase_order (number, opportunity_number, company_number, proposal, ordered)"
                            + " values (?, ?, ?, ?, ?)")
                    .params(
                            number,
                            opportunity,
                            company,
                            clearance.ordered(opportunity).id(),
                            OffsetDateTime.now(clock))
                    .update();
            return number;
        });
    }

    public Order get(String number) {
        return jdbc.sql(SELECT + "where o.number = ?")
                .param(number)
                .query(Order.class)
                .single();
    }

    /** The papers of the order go to this address from now on. */
    public void email(String order, String address) {
        sales.email(get(order).opportunityNumber(), address);
    }

    /** All orders of a client, oldest first. */
    public List<Order> ofCompany(String company) {
        return jdbc.sql(SELECT + "where o.company_number = ? order by o.ordered, o.number")
                .param(company)
                .query(Order.class)
                .list();
    }

    /** The lines of an order. */
    public List<ProposalLine> lines(String order) {
        return proposals.linesOf(jdbc.sql("select proposal from purchase_order where number = ?")
                .param(order)
                .query(Long.class)
                .single());
    }

    /** The newest order of a client of which something was not cancelled. */
    public Optional<String> newest(String company) {
        return jdbc.sql(
                        "select order_number from bought_line where company_number = ? order by ordered desc, order_number desc limit 1")
                .param(company)
                .query(String.class)
                .optional();
    }
}
