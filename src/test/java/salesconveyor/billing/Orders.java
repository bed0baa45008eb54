package salesconveyor.billing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.companies.Companies;

/** Orders of a hundred boxes for 190.00 net, without the sale before them. */
class Orders {
    private static final AtomicInteger LAST = new AtomicInteger();
    private final JdbcClient jdbc;
    private final Companies companies;

    Orders(JdbcClient jdbc, Companies companies) {
        this.jdbc = jdbc;
        this.companies = companies;
    }

    String place(String client) {
        return place(client, new BigDecimal("100"), new BigDecimal("2.00"), new BigDecimal("5"));
    }

    /** One line at 19 % VAT. */
    String place(String client, BigDecimal quantity, BigDecimal price, BigDecimal discount) {
        BigDecimal net = quantity.multiply(price)
                .multiply(new BigDecimal("100").subtract(discount))
                .divide(new BigDecimal("100"), 2, RoundingMode.HALF_UP);
        int number = LAST.incrementAndGet();
        String opportunity = "L-2026-8%05d".formatted(number);
        String order = "O-2026-8%05d".formatted(number);
        String company = companies.add(client + " " + number);
        jdbc.sql("insert into sale (opportunity_number, company_number, opened, email) values (?, ?, now(), ?)")
                .params(opportunity, company, "buyer@example.com")
                .update();
        jdbc.sql("insert into proposal (opportunity_number, company_number, version, written) values (?, ?, 1, now())")
                .params(opportunity, company)
                .update();
        long proposal = jdbc.sql("select id from proposal where opportunity_number = ?")
                .param(opportunity)
                .query(Long.class)
                .single();
        jdbc.sql(
                        "insert into proposal_line (proposal, line, sku, name, unit, quantity, price, cost, vat_rate,"
                                + " discount_percent, net) values (?, 1, 'BOX-L', 'Shipping box, large', 'pcs', ?, ?, 1.00, 19, ?, ?)")
                .params(proposal, quantity, price, discount, net)
                .update();
        jdbc.sql("insert into purchase_order (number, opportunity_number, company_number, proposal, ordered)"
                        + " values (?, ?, ?, ?, now())")
                .params(order, opportunity, company, proposal)
                .update();
        return order;
    }

    /** One more line, of a quantity at a price without discount. */
    void add(String order, int line, String name, String unit, String quantity, String price, String vatRate) {
        jdbc.sql("insert into proposal_line (proposal, line, sku, name, unit, quantity, price, cost, vat_rate,"
                        + " discount_percent, net) select proposal, ?, 'BOX-L', ?, ?,"
                        + " cast(? as numeric(15, 3)), cast(? as numeric(15, 2)), 1, cast(? as numeric(5, 2)), 0,"
                        + " cast(? as numeric(15, 2)) from purchase_order where number = ?")
                .params(
                        line,
                        name,
                        unit,
                        quantity,
                        price,
                        vatRate,
                        new BigDecimal(quantity)
                                .multiply(new BigDecimal(price))
                                .setScale(2, RoundingMode.HALF_UP)
                                .toPlainString(),
                        order)
                .update();
    }

    /** The client pays so much on a proforma. */
    void pay(String proforma, String amount) {
        String number = "P-" + proforma;
        jdbc.sql("insert into payment (number, amount, currency, paid) values (?, cast(? as numeric(15, 2)), 'EUR',"
                        + " date '2026-11-20')")
                .params(number, amount)
                .update();
        jdbc.sql("insert into allocation (payment, invoice_number, amount, allocated) select id, ?, amount, now()"
                        + " from payment where number = ?")
                .params(proforma, number)
                .update();
    }
}
