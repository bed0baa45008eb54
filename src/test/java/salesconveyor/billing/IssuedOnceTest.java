package salesconveyor.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import salesconveyor.ConveyorTest;
import salesconveyor.companies.Companies;
import salesconveyor.companies.Sellers;
import salesconveyor.payments.Offsetting;

/** What was issued stays as it is, whatever anybody asks for and whatever changes around it. */
@ConveyorTest
class IssuedOnceTest {
    @Autowired
    Invoicing invoicing;

    @Autowired
    InvoiceSending sending;

    @Autowired
    InvoicePaper papers;

    @Autowired
    Invoices invoices;

    @Autowired
    Offsetting offsetting;

    @Autowired
    BillingData data;

    @Autowired
    Sellers sellers;

    @Autowired
    Companies companies;

    @Autowired
    TestRestTemplate browser;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping pages;

    @Autowired
    JdbcClient jdbc;

    private String order;

    @AfterEach
    void pricesAreAsTheyWere() {
        jdbc.sql("update product set price = 1.90, vat_rate = 19 where sku = 'BOX-L'")
                .update();
    }

    @BeforeEach
    void anOrderIsPlaced() {
        order = new Orders(jdbc, companies).place("Unchanged");
    }

    @ParameterizedTest
    @EnumSource(InvoiceKind.class)
    void noRequestChangesAPaper(InvoiceKind kind) {
        String number = issue(kind);
        String before = content(number);
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        String body =
                "{\"number\":\"" + number + "\",\"gross\":1,\"due\":\"2030-01-01\",\"withdrawn\":true,\"lines\":[]}";
        for (String login : List.of("accountant", "head", "admin")) {
            for (String path : List.of("", ".pdf", "/lines", "/withdraw", "/due", "/credit", "/send")) {
                for (HttpMethod method :
                        List.of(HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE, HttpMethod.POST)) {
                    int status = browser.withBasicAuth(login, login)
                            .exchange(
                                    "/api/invoices/" + number + path,
                                    method,
                                    new HttpEntity<>(body, headers),
                                    String.class)
                            .getStatusCode()
                            .value();
                    assertThat(status)
                            .as(login + ": " + method + " " + path)
                            .isIn(method == HttpMethod.POST && path.equals("/send") ? List.of(200) : List.of(404, 405));
                }
            }
        }
        assertThat(content(number)).isEqualTo(before);
    }

    @Test
    void thereIsNoWayToAPaperButToReadItAndToSendIt() {
        List<String> ways = pages.getHandlerMethods().keySet().stream()
                .flatMap(way -> way.getPatternValues().stream()
                        .flatMap(path ->
                                way.getMethodsCondition().getMethods().stream().map(method -> method + " " + path)))
                .filter(way -> Stream.of("/api/invoices", "/api/closing-papers", "/api/shipments")
                        .anyMatch(way::contains))
                .toList();
        assertThat(ways)
                .containsExactlyInAnyOrder(
                        "GET /api/invoices/{number}.pdf",
                        "POST /api/invoices/{number}/send",
                        "GET /api/closing-papers/{number}.pdf",
                        "POST /api/closing-papers/{number}/send",
                        "GET /api/shipments/{number:[A-Z0-9-]+}.pdf",
                        "POST /api/shipments/{number}/send");
    }

    @Test
    void whatChangesAroundItLeavesAnInvoiceAsItWasIssued() {
        String number = issue(InvoiceKind.INVOICE);
        Invoice invoice = invoices.get(number);
        String before = content(number);
        jdbc.sql("update company set name = 'Renamed' where number = ?")
                .param(invoice.companyNumber())
                .update();
        jdbc.sql("update product set price = 2.90, vat_rate = 7 where sku = 'BOX-L'")
                .update();
        data.address(invoice.companyNumber(), "Elsewhere 9\n99999 Nowhere", "accountant");
        data.email(order, "other@example.com");
        invoices.extend(number, invoice.due().plusDays(30));
        invoicing.issueInvoice(order, 99);
        invoicing.credit(number, "taken back");
        invoicing.withdraw(order, "off");
        jdbc.sql("insert into payment (number, company_number, amount, currency, paid) values (?, ?, 100, 'EUR', ?)")
                .params("P-" + number, invoice.companyNumber(), invoice.issued())
                .update();
        offsetting.offset(number);
        try (var russian = new RussianSeller(sellers)) {
            sending.sendAgain(number, "accountant");
            assertThat(content(number)).isEqualTo(before);
        }
        assertThat(content(number)).isEqualTo(before);
        assertThat(mailed("invoice-" + number + "-1")).isEqualTo(mailed("invoice-" + number));
        assertThat(invoices.creditUsed(number))
                .as("printed before there was a credit")
                .isZero();
    }

    private String issue(InvoiceKind kind) {
        String number =
                switch (kind) {
                    case INVOICE -> invoicing.issueInvoice(order, 14);
                    case PROFORMA -> invoicing.issueProforma(order, 14);
                    case CREDIT_NOTE -> invoicing.credit(invoicing.issueInvoice(order, 14), "came back");
                };
        sending.send(number);
        return number;
    }

    /** All that the paper says, and the paper. The due date is what is agreed now; that of the paper is in the paper. */
    private String content(String number) {
        Map<String, Object> row = jdbc.sql(
                        "select kind, order_number, company_number, net, vat, gross, currency, issued,"
                                + " corrects, reason, proforma, paper from invoice where number = ?")
                .param(number)
                .query()
                .singleRow();
        return row + invoices.lines(number).toString() + invoices.totals(invoices.get(number));
    }

    private String mailed(String key) {
        return jdbc.sql("select a.content from mail m join mail_attachment a on a.mail = m.id where m.mail_key = ?")
                .param(key)
                .query(String.class)
                .single();
    }
}
