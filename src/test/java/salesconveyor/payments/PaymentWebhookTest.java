package salesconveyor.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.ConveyorTest;
import salesconveyor.payments.Debtors.Debtor;

/** A gateway tells of payments; whoever cannot sign tells nothing. */
@ConveyorTest
class PaymentWebhookTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final AtomicInteger LAST = new AtomicInteger();

    @Autowired
    Debtors debtors;

    @Autowired
    Receivables receivables;

    @Autowired
    Candidates candidates;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestRestTemplate gateway;

    private Debtor debtor;
    private String invoice;

    @BeforeEach
    void anInvoiceIsOpen() {
        ClockUtil.setCurrentTime(Date.from(NOW));
        debtor = debtors.orders();
        invoice = debtors.invoice(debtor);
    }

    @AfterEach
    void tidy() {
        ClockUtil.reset();
        debtors.runtime
                .createProcessInstanceQuery()
                .processDefinitionKey("importStatement")
                .list()
                .forEach(left -> debtors.runtime.deleteProcessInstance(left.getId(), "test"));
        jdbc.sql("update bank_entry set found_in = id where found_in is null and statement in"
                        + " (select id from statement where format = 'NOTICE')")
                .update();
    }

    /** The gateway's own name of the payment comes with the money: nobody has to look. */
    @Test
    void theBanksEntryWithTheNameOfThePaymentSettlesNothing() {
        String id = tellOf("226.10", invoice);
        String other = debtors.invoice(debtors.ordersAgain(debtor.company(), debtor.email()));
        ProcessInstance imported =
                upload("226.10", "PAYOUT " + id.substring(0, 5) + " " + id.substring(5) + " ACME PAY");
        assertThat(task(imported)).isNull();
        assertThat(receivables.open(other)).isEqualByComparingTo("226.10");
        assertThat(upload("226.10", other)).isNotNull();
        assertThat(receivables.isPaid(other)).as("found once, not twice").isTrue();
    }

    /** An accountant took the notice for nothing of ours: then the money of the bank is booked by nobody else. */
    @ParameterizedTest
    @CsvSource({"true", "false"})
    void whatWasSaidToBeNoPaymentSwallowsNoOther(boolean noticeFirst) {
        String id = "thing" + debtor.opportunity();
        Task first;
        if (noticeFirst) {
            send(notice("226.10", "EUR", "2026-11-23", "a thing").replaceFirst("ch_9f\\d+x", id), NOW);
            runImports();
            first = debtors.tasks.createTaskQuery().taskDefinitionKey("resolvePayment").list().stream()
                    .filter(task -> candidates.of(entry(task)).purpose().equals("a thing"))
                    .findFirst()
                    .orElseThrow();
        } else {
            first = task(upload("226.10", "PAYOUT " + id));
        }
        debtors.complete(first, "accountant", "accountants", "outcome", "NOT_OURS");
        if (noticeFirst) {
            upload("226.10", invoice + " PAYOUT " + id);
        } else {
            send(notice("226.10", "EUR", "2026-11-23", invoice).replaceFirst("ch_9f\\d+x", id), NOW);
            runImports();
        }
        assertThat(receivables.isPaid(invoice)).isTrue();
    }

    @Test
    void theBanksEntryWithoutANameWaitsForAnAccountant() {
        debtors.importStatement(CamtFile.upTo("2026-11-19")
                .in("K" + invoice, "226.10", iban(), invoice)
                .bytes());
        String second = debtors.invoice(debtors.ordersAgain(debtor.company(), debtor.email()));
        tellOf("226.10", second);
        String third = debtors.invoice(debtors.ordersAgain(debtor.company(), debtor.email()));
        ProcessInstance imported = upload("226.10", "payment");
        assertThat(receivables.open(third)).as("whose payer is known").isEqualByComparingTo("226.10");
        Task task = task(imported);
        assertThat(gateway.withBasicAuth("accountant", "accountant")
                        .getForObject("/api/tasks/cards?id=" + task.getId(), String.class))
                .as("by what an accountant knows the money")
                .contains("Payer " + iban(), "226.10", imported.getBusinessKey());
        var card = candidates.of(entry(task));
        assertThat(card.same())
                .filteredOn(same -> !same.reason().isEmpty())
                .singleElement()
                .satisfies(same -> {
                    assertThat(same.reason()).isEqualTo("the same amount");
                    assertThat(same.invoices()).containsExactly(second);
                });
        assertThatThrownBy(() -> same(task, "[]")).hasMessageContaining("Please tick");
        same(task, "[" + card.same().get(0).id() + "]");
        assertThat(receivables.open(third)).isEqualByComparingTo("226.10");
        assertThat(task(upload("226.10", "another payment")))
                .as("the notice is found")
                .isNull();
        assertThat(receivables.isPaid(third)).isTrue();
    }

    @Test
    void thePartThatTheGatewayToldOfIsNotBookedTwiceAndTheRestIs() {
        tellOf("100.00", invoice);
        assertThat(task(upload("100.00", invoice))).isNotNull();
        assertThat(receivables.open(invoice)).isEqualByComparingTo("126.10");
        assertThat(task(upload("126.10", invoice))).isNull();
        assertThat(receivables.isPaid(invoice)).isTrue();
        String next = debtors.invoice(debtors.ordersAgain(debtor.company(), debtor.email()));
        upload("99.00", next);
        tellOf("99.00", next);
        assertThat(receivables.open(next)).as("the bank was faster").isEqualByComparingTo("127.10");
    }

    @Test
    void whoNamesAnotherInvoicePaysIt() {
        tellOf("226.10", invoice);
        String other = debtors.invoice(debtors.orders());
        assertThat(task(upload("226.10", other))).isNull();
        assertThat(receivables.isPaid(other)).isTrue();
    }

    @Test
    void severalPaymentsOfTheGatewayComeTogetherLessItsFee() {
        String second = debtors.invoice(debtors.orders());
        tellOf("226.10", invoice);
        tellOf("126.13", second);
        Task whole = task(upload("352.23", "PAYOUT"));
        assertThat(candidates.of(entry(whole)).same())
                .filteredOn(same -> same.reason().equals("together the same amount"))
                .hasSize(2);
        Task task = task(upload("347.11", "PAYOUT less fee"));
        var told = candidates.of(entry(task)).same();
        long one = told.stream()
                .filter(same -> same.invoices().contains(invoice))
                .findFirst()
                .orElseThrow()
                .id();
        long two = told.stream()
                .filter(same -> same.invoices().contains(second))
                .findFirst()
                .orElseThrow()
                .id();
        assertThatThrownBy(() -> same(task, "[" + one + "]")).hasMessageContaining("add up to 226.10");
        same(task, "[" + one + "," + two + "]");
        assertThat(candidates.of(entry(whole)).same())
                .extracting(Candidates.Same::id)
                .doesNotContain(one, two);
        assertThat(receivables.open(second)).isEqualByComparingTo("99.97");
    }

    private String tellOf(String amount, String words) {
        String notice = notice(amount, "EUR", "2026-11-23", words);
        assertThat(send(notice, NOW).getStatusCode().value()).isEqualTo(202);
        runImports();
        return notice.split("\"")[3];
    }

    /** From one account, which has paid for the client before or is the gateway's. */
    private ProcessInstance upload(String amount, String text) {
        return debtors.importStatement(CamtFile.upTo("2026-11-22")
                .in("W-" + LAST.incrementAndGet(), amount, iban(), text)
                .bytes());
    }

    private String iban() {
        return "DE77" + debtor.opportunity();
    }

    private Task task(ProcessInstance imported) {
        return debtors.tasks
                .createTaskQuery()
                .processInstanceId(imported.getId())
                .singleResult();
    }

    private long entry(Task task) {
        return Long.parseLong(
                debtors.tasks.getVariableLocal(task.getId(), "bankEntry").toString());
    }

    private void same(Task task, String ticked) {
        debtors.complete(task, "accountant", "accountants", "outcome", "SAME_MONEY", "sameMoney", ticked);
    }

    @Test
    void aSignedNoticePaysItsInvoiceAndAnotherOfTheSamePaymentDoesNot() {
        String notice = notice("226.10", "EUR", "2026-11-23", invoice);
        assertThat(send(notice, NOW).getStatusCode().value()).isEqualTo(202);
        runImports();
        assertThat(receivables.isPaid(invoice)).isTrue();
        ResponseEntity<String> again = send(notice, NOW.plusSeconds(60));
        assertThat(again.getStatusCode().value()).isEqualTo(202);
        assertThat(again.getBody()).contains("\"known\":true");
        runImports();
        assertThat(debtors.runtime
                        .createProcessInstanceQuery()
                        .processDefinitionKey("importStatement")
                        .count())
                .isZero();
    }

    @Test
    void whatNoRuleCanPlaceWaitsForAnAccountant() {
        send(notice("12.34", "EUR", "2026-11-23", "thanks"), NOW);
        runImports();
        assertThat(debtors.tasks
                        .createTaskQuery()
                        .taskDefinitionKey("resolvePayment")
                        .taskCandidateGroup("accountants")
                        .count())
                .isPositive();
        assertThat(receivables.isPaid(invoice)).isFalse();
    }

    @Test
    void whoDoesNotShareTheSecretIsRefused() {
        String notice = notice("226.10", "EUR", "2026-11-23", invoice);
        assertThat(post(notice, timestamp(NOW), sign("another secret of ours", timestamp(NOW), notice)))
                .isEqualTo(401);
        assertThat(post(notice, timestamp(NOW), null)).isEqualTo(401);
        assertThat(post(notice, null, sign(notice, NOW))).isEqualTo(401);
        assertThat(post(notice.replace("226.10", "226.11"), timestamp(NOW), sign(notice, NOW)))
                .as("changed on its way")
                .isEqualTo(401);
        assertThat(send(notice, NOW.minusSeconds(301)).getStatusCode().value())
                .as("too old")
                .isEqualTo(401);
        assertThat(send(notice, NOW.plusSeconds(301)).getStatusCode().value()).isEqualTo(401);
        assertThat(receivables.isPaid(invoice)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "0, EUR, 2026-11-23, amount",
        "-1, EUR, 2026-11-23, amount",
        "1.005, EUR, 2026-11-23, amount",
        "1E20, EUR, 2026-11-23, amount",
        "1, euro, 2026-11-23, currency",
        "1, EUR, 2026-12-24, paid"
    })
    void aBadNoticeIsToldWhichFieldIsWrong(String amount, String currency, String paid, String field) {
        ResponseEntity<String> answer = send(notice(amount, currency, paid, invoice), NOW);
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody()).contains("\"" + field + "\":");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            null
            []
            {"amount": "much"}
            {"paid": "yesterday"}
            no json
            {}
            """)
    void whatIsNoNoticeIsRefused(String body) {
        assertThat(send(body, NOW).getStatusCode().value()).isEqualTo(400);
    }

    private void runImports() {
        debtors.runtime
                .createProcessInstanceQuery()
                .processDefinitionKey("importStatement")
                .list()
                .forEach(debtors::run);
    }

    private static String notice(String amount, String currency, String paid, String words) {
        return """
                {"id": "ch_9f%06dx", "invoice": "%s", "amount": %s, "currency": "%s", "paid": "%s", "payer": "A. Payer"}""".formatted(LAST.incrementAndGet(), words, amount, currency, paid);
    }

    private ResponseEntity<String> send(String body, Instant signed) {
        return exchange(body, timestamp(signed), sign(body, signed));
    }

    private int post(String body, String timestamp, String signature) {
        return exchange(body, timestamp, signature).getStatusCode().value();
    }

    private ResponseEntity<String> exchange(String body, String timestamp, String signature) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        if (timestamp != null) {
            headers.set("X-Conveyor-Timestamp", timestamp);
        }
        if (signature != null) {
            headers.set("X-Conveyor-Signature", signature);
        }
        return gateway.postForEntity("/public/payments", new HttpEntity<>(body, headers), String.class);
    }

    private static String timestamp(Instant time) {
        return String.valueOf(time.getEpochSecond());
    }

    private static String sign(String body, Instant time) {
        return sign("a secret for the tests alone", timestamp(time), body);
    }

    private static String sign(String secret, String timestamp, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal((timestamp + "." + body).getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
