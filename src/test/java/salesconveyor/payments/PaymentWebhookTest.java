package salesconveyor.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.camunda.bpm.engine.impl.util.ClockUtil;
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
                {"id": "pay-%d", "invoice": "%s", "amount": %s, "currency": "%s", "paid": "%s", "payer": "A. Payer"}""".formatted(LAST.incrementAndGet(), words, amount, currency, paid);
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
