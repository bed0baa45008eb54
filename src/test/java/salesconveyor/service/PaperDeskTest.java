package salesconveyor.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.ResponseEntity;
import salesconveyor.billing.ClosingPaper;
import salesconveyor.billing.ClosingPapers;
import salesconveyor.billing.Invoice;
import salesconveyor.billing.InvoiceKind;
import salesconveyor.billing.Invoicing;
import salesconveyor.billing.PaperTrace;
import salesconveyor.billing.RussianSeller;
import salesconveyor.companies.Sellers;

/** Where accountants find every paper, and what is noted when somebody downloads or sends one again. */
class PaperDeskTest extends ServiceCase {
    @Autowired
    PaperTrace trace;

    @Autowired
    ClosingPapers closing;

    @Autowired
    Invoicing invoicing;

    @Autowired
    Sellers sellers;

    @Autowired
    TestRestTemplate browser;

    @Test
    void everyPaperIsDownloadedAndSentAgainWithATrace() {
        try (var russian = new RussianSeller(sellers)) {
            jdbc.sql("update company set tax_number = ? where number = ?")
                    .params("77" + order.substring(order.length() - 6) + "01", company)
                    .update();
            startOnTerms();
            ship("SHIPPED", ALL);
            String invoice = invoice();
            String note = invoicing.credit(invoice, "A gift");
            String delivery = deliveries.ofOrder(order).get(0).number();
            String upd = closing.ofOrder(order).get(0).number();
            assertThat(what(invoice)).containsExactly("ISSUED by null", "SENT by null");
            assertThat(what(delivery)).containsExactly("ISSUED by manager", "SENT by null");
            assertThat(what(upd)).containsExactly("ISSUED by null", "SENT by null");
            for (String path : List.of(
                    "/api/invoices/" + invoice,
                    "/api/invoices/" + note,
                    "/api/shipments/" + delivery,
                    "/api/closing-papers/" + upd)) {
                String number = path.substring(path.lastIndexOf('/') + 1);
                int before = trace.of(number).size();
                assertThat(get("accountant", path + ".pdf")).isEqualTo(200);
                assertThat(post("accountant", path + "/send").getStatusCode().value())
                        .isEqualTo(200);
                assertThat(post("head", path + "/send").getStatusCode().value()).isEqualTo(200);
                assertThat(get("researcher", path + ".pdf")).isEqualTo(403);
                assertThat(post("manager", path + "/send").getStatusCode().value())
                        .isEqualTo(403);
                assertThat(what(number).subList(before, before + 3))
                        .as(path)
                        .containsExactly("DOWNLOADED by accountant", "SENT_AGAIN by accountant", "SENT_AGAIN by head");
                assertThat(trace.of(number)).hasSize(before + 3);
            }
            assertThat(mails(order + "@example.com", invoice)).isEqualTo(3);
            assertThat(attachments("invoice-" + invoice))
                    .hasSize(1)
                    .isEqualTo(attachments("invoice-" + invoice + "-2"));
            assertThat(mails(order + "@example.com", upd)).isEqualTo(2);
            assertThat(mails(order + "@example.com", delivery)).isEqualTo(3);
        }
    }

    @Test
    void eachPartOfADeliveryHasItsClosingPaperUnderRussianLaw() {
        try (var russian = new RussianSeller(sellers)) {
            jdbc.sql("update company set tax_number = ? where number = ?")
                    .params("77" + order.substring(order.length() - 6) + "01", company)
                    .update();
            startOnTerms();
            ship("PARTLY_SHIPPED", "[{\"line\":1,\"quantity\":\"40\"},{\"line\":2,\"quantity\":\"\"}]");
            ship("SHIPPED", "[{\"line\":1,\"quantity\":\"60\"},{\"line\":2,\"quantity\":\"2,5\"}]");
            List<Delivery> parts = deliveries.ofOrder(order);
            assertThat(closing.ofOrder(order))
                    .extracting(ClosingPaper::shipment)
                    .containsExactlyElementsOf(
                            parts.stream().map(Delivery::number).toList());
            assertThat(closing.ofOrder(order).stream().map(ClosingPaper::gross).reduce(java.math.BigDecimal::add))
                    .hasValueSatisfying(all -> assertThat(all).isEqualByComparingTo("476.00"));
            assertThat(names("delivery-" + parts.get(0).number()))
                    .containsExactly(
                            parts.get(0).number() + ".pdf",
                            closing.ofOrder(order).get(0).number() + ".pdf");
        }
    }

    @Test
    void underTheRulesOfTheEuADeliveryHasItsNoteAlone() {
        startOnTerms();
        ship("SHIPPED", ALL);
        assertThat(names("delivery-" + deliveries.ofOrder(order).get(0).number()))
                .hasSize(1);
        assertThat(closing.ofOrder(order)).isEmpty();
    }

    @Test
    void whatTheClientMustNotPayIsNotSentAgain() {
        start();
        runJobs();
        String proforma = invoices.ofOrder(order).get(0).number();
        invoicing.withdraw(order, "cancelled");
        ResponseEntity<String> answer = post("accountant", "/api/invoices/" + proforma + "/send");
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody()).contains("was withdrawn");
        assertThat(what(proforma)).doesNotContain("SENT_AGAIN by accountant");
        assertThat(post("accountant", "/api/invoices/INV-1999-000001/send")
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"accountant, 200", "head, 200", "admin, 200", "manager, 403", "shipper, 403", "researcher, 403"})
    void thePageIsForAccountantsAndHeads(String login, int status) {
        assertThat(get(login, "/pages/invoices")).isEqualTo(status);
    }

    @Test
    void thePageTellsWhatIsOpenAndWhoDidWhat() {
        startOnTerms();
        String invoice = invoice();
        get("accountant", "/api/invoices/" + invoice + ".pdf");
        assertThat(page("q=" + invoice)).contains(invoice, "476.00", "open", "downloaded", "accountant", "Send again");
        assertThat(page("open=true&q=" + invoice)).contains(invoice).doesNotContain("/api/disputes/");
        collecting();
        assertThat(page("q=" + invoice)).contains("/api/disputes/" + invoice, "Enter the dispute");
        assertThat(browser.withBasicAuth("accountant", "accountant")
                        .postForEntity("/api/disputes/" + invoice, Map.of("reason", "Broken"), String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
        assertThat(page("q=" + invoice)).contains(">disputed<").doesNotContain("/api/disputes/" + invoice, ">overdue<");
        jdbc.sql("delete from dunning where invoice_number = ?").param(invoice).update();
        laterBy(java.time.Duration.ofDays(60));
        assertThat(page("q=" + companies.get(company).name())).contains("overdue");
        String note = invoicing.credit(invoice, "A gift");
        assertThat(page("q=" + order)).contains("credited", note, "Corrects invoice " + invoice);
        assertThat(page("open=true&q=" + invoice)).doesNotContain(invoice + ".pdf");
        assertThat(page("q=<b>nothing</b>")).contains("No paper is here.").doesNotContain("<b>nothing");
    }

    @Test
    void whatWasWrittenOffIsNotShownAsPaid() {
        startOnTerms();
        String invoice = invoice();
        jdbc.sql("insert into write_off (invoice_number, amount, reason, decided) values (?, 400, 'insolvent', now())")
                .param(invoice)
                .update();
        assertThat(page("q=" + invoice)).contains(">paid in part<");
        jdbc.sql("update write_off set amount = 476 where invoice_number = ?")
                .param(invoice)
                .update();
        assertThat(page("q=" + invoice)).contains(">written off<").doesNotContain(">paid<", "/api/disputes/");
        assertThat(page("open=true&q=" + invoice)).doesNotContain(invoice + ".pdf");
    }

    private String invoice() {
        return invoices.ofOrder(order).stream()
                .filter(paper -> paper.kind() == InvoiceKind.INVOICE)
                .map(Invoice::number)
                .findFirst()
                .orElseThrow();
    }

    private List<String> what(String number) {
        return trace.of(number).stream()
                .map(entry -> entry.what() + " by " + entry.who())
                .toList();
    }

    private int get(String login, String path) {
        return browser.withBasicAuth(login, login)
                .getForEntity(path, byte[].class)
                .getStatusCode()
                .value();
    }

    private String page(String query) {
        return browser.withBasicAuth("accountant", "accountant").getForObject("/pages/invoices?" + query, String.class);
    }

    private ResponseEntity<String> post(String login, String path) {
        return browser.withBasicAuth(login, login).postForEntity(path, null, String.class);
    }

    private List<String> attachments(String key) {
        return jdbc.sql("select a.content from mail m join mail_attachment a on a.mail = m.id where m.mail_key = ?"
                        + " order by a.id")
                .param(key)
                .query(String.class)
                .list();
    }

    private List<String> names(String key) {
        return jdbc.sql("select a.name from mail m join mail_attachment a on a.mail = m.id where m.mail_key = ?"
                        + " order by a.id")
                .param(key)
                .query(String.class)
                .list();
    }
}
