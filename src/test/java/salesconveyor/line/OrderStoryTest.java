package salesconveyor.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.ConveyorTest;
import salesconveyor.acquisition.Opportunities;
import salesconveyor.billing.Invoicing;
import salesconveyor.companies.Companies;

/** What the case tells of its unpaid invoice has a name, whoever entered it. */
@ConveyorTest
class OrderStoryTest {
    @Autowired
    CaseStory story;

    @Autowired
    CaseFiles files;

    @Autowired
    Opportunities opportunities;

    @Autowired
    Companies companies;

    @Autowired
    Invoicing invoicing;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({
        "CALL, DISPUTED, Disputes the invoice",
        "DISPUTE, DISPUTED, Disputes the invoice",
        "DECIDE, WRITE_OFF, Write off"
    })
    void aStepTowardsAnUnpaidInvoiceHasItsName(String step, String outcome, String word) {
        String company = companies.add("Owes " + UUID.randomUUID());
        String number = opportunities.addRepeat(company, "manager");
        String invoice = invoicing.issueInvoice(order(number, company), 14);
        jdbc.sql("insert into dunning (invoice_number, company_number, due, step, outcome, done_on, reason)"
                        + " values (?, ?, current_date, ?, ?, current_date, 'half was broken')")
                .params(invoice, company, step, outcome)
                .update();
        assertThat(story.of(files.find(number).orElseThrow(), new Viewer("accountant", Set.of("accountants"))))
                .anySatisfy(entry -> assertThat(entry.text()).startsWith(word).endsWith("half was broken"));
    }

    private String order(String number, String company) {
        String order = number.replace("L-", "O-");
        jdbc.sql("insert into sale (opportunity_number, company_number, opened, email) values (?, ?, now(), ?)")
                .params(number, company, order + "@example.com")
                .update();
        jdbc.sql("insert into proposal (opportunity_number, company_number, version, written) values (?, ?, 1, now())")
                .params(number, company)
                .update();
        jdbc.sql("insert into proposal_line (proposal, line, sku, name, unit, quantity, price, cost, vat_rate,"
                        + " discount_percent, net) select id, 1, 'BOX-L', 'Box', 'pcs', 100, 2.00, 1.00, 19, 5, 190.00"
                        + " from proposal where opportunity_number = ?")
                .param(number)
                .update();
        jdbc.sql("insert into purchase_order (number, opportunity_number, company_number, proposal, ordered)"
                        + " select ?, ?, ?, id, now() from proposal where opportunity_number = ?")
                .params(order, number, company, number)
                .update();
        return order;
    }
}
