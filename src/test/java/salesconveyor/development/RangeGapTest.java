package salesconveyor.development;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.ConveyorTest;
import salesconveyor.companies.Companies;
import salesconveyor.development.RangeGap.Basis;
import salesconveyor.selling.OrderHistory;

/** With whom a client is compared, and in which order the products that it lacks are told. */
@ConveyorTest
class RangeGapTest {
    private static final AtomicInteger LAST = new AtomicInteger();

    @Autowired
    Companies companies;

    @Autowired
    OrderHistory orders;

    @Autowired
    JdbcClient jdbc;

    private String industry;

    @BeforeEach
    void products() {
        industry = "Industry " + LAST.incrementAndGet();
        product("GAP-CHEAP", 1);
        product("GAP-DEAR", 9);
        product("GAP-OWN", 9);
        product("GAP-OLD", 9);
        jdbc.sql("update product set active = false where sku = 'GAP-OLD'").update();
    }

    @AfterEach
    void forget() {
        jdbc.sql("update product set active = false where sku like 'GAP-%'").update();
    }

    /** How many buyers of the same size and of another size there are in the industry, and with whom one compares. */
    @ParameterizedTest(name = "{0} alike, {1} of another size, own size {2}: {3} with {4}")
    @CsvSource({
        "5, 0, 60,  INDUSTRY_AND_SIZE, 5",
        "7, 9, 60,  INDUSTRY_AND_SIZE, 7",
        "4, 1, 60,  INDUSTRY,          5",
        "4, 3, 60,  INDUSTRY,          7",
        "7, 3, '',  INDUSTRY,         10",
        "4, 0, 60,  ALL,              -1",
        "0, 0, 60,  ALL,              -1"
    })
    void theNarrowestGroupThatIsLargeEnoughCounts(int alike, int others, String employees, Basis basis, int similar) {
        String client = company(employees);
        buys(client, "GAP-OWN");
        for (int i = 0; i < alike; i++) {
            buys(company("50-249"), "GAP-CHEAP");
        }
        for (int i = 0; i < others; i++) {
            buys(company("5"), "GAP-CHEAP");
        }
        company("60");
        var gap = new RangeGap(companies, orders, 5).of(companies.get(client));
        assertThat(gap.basis()).isEqualTo(basis);
        if (similar >= 0) {
            assertThat(gap.similar()).as("who bought nothing is not counted").isEqualTo(similar);
        }
    }

    @Test
    void tooFewClientsSayNothing() {
        String client = company("60");
        buys(company("60"), "GAP-CHEAP");
        var gap = new RangeGap(companies, orders, 1_000_000).of(companies.get(client));
        assertThat(gap.basis()).isEqualTo(Basis.NONE);
        assertThat(gap.missing()).isEmpty();
    }

    /** What five similar clients bought, a client a word, and what the sixth one is told. */
    @ParameterizedTest
    @CsvSource({
        "CHEAP CHEAP CHEAP DEAR DEAR,                   CHEAP=3 DEAR=2",
        "CHEAP DEAR CHEAP DEAR OWN,                     DEAR=2 CHEAP=2",
        "CHEAP+DEAR CHEAP+DEAR CHEAP OWN OWN,           CHEAP=3 DEAR=2",
        "CHEAP+CHEAP+CHEAP DEAR DEAR OWN OWN,           DEAR=2 CHEAP=1",
        "OLD OLD OLD CHEAP OWN,                         CHEAP=1",
        "OWN OWN OWN OWN OWN,                           ''"
    })
    void whatMostBuyComesFirstThenWhatEarnsMost(String bought, String told) {
        String client = company("60");
        buys(client, "GAP-OWN");
        for (String one : bought.split(" ")) {
            String similar = company("60");
            for (String product : one.split("\\+")) {
                buys(similar, "GAP-" + product);
            }
        }
        var gap = new RangeGap(companies, orders, 5).of(companies.get(client));
        assertThat(gap.missing().stream()
                        .map(missing -> missing.sku().replace("GAP-", "") + "=" + missing.buyers())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(told);
    }

    private String company(String employees) {
        String number = companies.add("Gap " + LAST.incrementAndGet());
        Map<String, String> facts = new LinkedHashMap<>(Map.of("industry", industry));
        if (!employees.isEmpty()) {
            facts.put("employees", employees);
        }
        companies.learn(number, facts, "web", null);
        return number;
    }

    private void product(String sku, int margin) {
        jdbc.sql(
                        "insert into product (sku, name, unit, price, cost, vat_rate, active) select ?, ?, 'pcs', ?, 1, 19, true"
                                + " from one_row where not exists (select 1 from product where sku = ?)")
                .params(sku, sku, margin + 1, sku)
                .update();
        jdbc.sql("update product set active = true where sku = ?").param(sku).update();
    }

    private void buys(String company, String sku) {
        String number = "O-GAP-" + LAST.incrementAndGet();
        OffsetDateTime day = OffsetDateTime.parse("2015-05-02T09:00:00Z");
        jdbc.sql("insert into proposal (opportunity_number, company_number, version, written) values (?, ?, 1, ?)")
                .params(number, company, day)
                .update();
        jdbc.sql("insert into proposal_line (proposal, line, sku, name, unit, quantity, price, cost, vat_rate,"
                        + " discount_percent, net) select p.id, 1, s.sku, s.name, s.unit, 1, s.price, s.cost, 19, 0, s.price"
                        + " from proposal p, product s where p.opportunity_number = ? and s.sku = ?")
                .params(number, sku)
                .update();
        jdbc.sql("insert into purchase_order (number, opportunity_number, company_number, proposal, ordered)"
                        + " select opportunity_number, opportunity_number, company_number, id, written from proposal"
                        + " where opportunity_number = ?")
                .param(number)
                .update();
    }
}
