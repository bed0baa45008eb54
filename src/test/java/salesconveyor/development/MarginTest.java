package salesconveyor.development;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.ConveyorTest;
import salesconveyor.companies.Companies;
import salesconveyor.selling.OrderHistory;

/** What a client earned us: 100 pieces at 2.00 that cost 1.00 each, and what was taken back of them. */
@ConveyorTest
class MarginTest {
    private static final AtomicInteger LAST = new AtomicInteger();
    private static final OffsetDateTime ORDERED = OffsetDateTime.of(2016, 5, 2, 9, 0, 0, 0, ZoneOffset.UTC);

    @Autowired
    Companies companies;

    @Autowired
    OrderHistory orders;

    @Autowired
    JdbcClient jdbc;

    private String company;

    @BeforeEach
    void aCompany() {
        company = companies.add("Margin " + LAST.incrementAndGet());
    }

    /** What was invoiced, credited and cancelled, and the margin; the second order is always plain. */
    @ParameterizedTest(name = "invoiced {0}, credited {1}, {2} pieces cancelled: {3}")
    @CsvSource({
        "0,   0,    0,   200", // not invoiced yet: what was ordered
        "200, 0,    0,   200",
        "200, 50,   0,   150", // a rebate after the fact
        "200, 80,   40,  160", // cancelled and credited: 60 pieces remain
        "0,   0,    40,  160", // cancelled before the invoice
        "200, 100,  0,   100", // that order earned nothing
        "200, 200,  0,   0", // it came back whole: its cost eats what the other one earned
        "200, 80,   30,  150" // credited more than was cancelled
    })
    void creditNotesReduceTheMargin(int invoiced, int credited, int cancelled, BigDecimal margin) {
        String order = order();
        order();
        if (invoiced > 0) {
            paper(order, "INVOICE", invoiced);
        }
        if (credited > 0) {
            paper(order, "CREDIT_NOTE", credited / 2);
            paper(order, "CREDIT_NOTE", credited - credited / 2);
        }
        if (cancelled > 0) {
            jdbc.sql("insert into order_cancellation (order_number, line, quantity, cancelled) values (?, 1, ?, ?)")
                    .params(order, cancelled, ORDERED)
                    .update();
        }
        paper(order, "PROFORMA", 200);
        assertThat(orders.margins(ORDERED.minusDays(1)).get(company)).isEqualByComparingTo(margin);
        assertThat(orders.margins(ORDERED.plusDays(1))).doesNotContainKey(company);
    }

    private String order() {
        String number = "O-MARGIN-" + LAST.incrementAndGet();
        jdbc.sql("insert into proposal (opportunity_number, company_number, version, written) values (?, ?, 1, ?)")
                .params(number, company, ORDERED)
                .update();
        long proposal = jdbc.sql("select id from proposal where opportunity_number = ?")
                .param(number)
                .query(Long.class)
                .single();
        jdbc.sql("insert into proposal_line (proposal, line, sku, name, unit, quantity, price, cost, vat_rate,"
                        + " discount_percent, net) values (?, 1, 'BOX-L', 'Box', 'pcs', 100, 2, 1, 19, 0, 200)")
                .param(proposal)
                .update();
        jdbc.sql("insert into purchase_order (number, opportunity_number, company_number, proposal, ordered)"
                        + " values (?, ?, ?, ?, ?)")
                .params(number, number, company, proposal, ORDERED)
                .update();
        return number;
    }

    private void paper(String order, String kind, int net) {
        LocalDate day = ORDERED.toLocalDate();
        jdbc.sql(
                        "insert into invoice (number, kind, order_number, company_number, net, vat, gross, currency, issued, due)"
                                + " values (?, ?, ?, ?, ?, 0, ?, 'EUR', ?, ?)")
                .params("M-" + LAST.incrementAndGet(), kind, order, company, net, net, day, day)
                .update();
    }
}
