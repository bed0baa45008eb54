package salesconveyor.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.HistoryService;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.ConveyorTest;
import salesconveyor.billing.Invoicing;
import salesconveyor.payments.Debtors.Debtor;

/** Statements that pay exactly, partly, too much, several invoices, nothing we know; every path of the model. */
@ConveyorTest
class ImportStatementTest {
    private static final AtomicInteger LAST = new AtomicInteger();
    private static final String DAY = "2026-11-20";

    @Autowired
    Debtors debtors;

    @Autowired
    Receivables receivables;

    @Autowired
    Credits credits;

    @Autowired
    PaymentDesk desk;

    @Autowired
    Candidates candidates;

    @Autowired
    Invoicing invoicing;

    @Autowired
    HistoryService history;

    @Autowired
    TestRestTemplate browser;

    @Autowired
    JdbcClient jdbc;

    private Debtor debtor;
    private String invoice;
    private String iban;

    @BeforeEach
    void anInvoiceIsOpen() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-11-23T09:00:00Z")));
        debtor = debtors.orders();
        invoice = debtors.invoice(debtor);
        iban = "DE" + LAST.incrementAndGet();
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

    @ParameterizedTest
    @CsvSource({"226.10, 0, 0", "200, 26.10, 0", "300, 0, 73.90"})
    void aPaymentIsPlacedOnItsInvoice(String amount, String open, String credit) {
        ProcessInstance imported = upload(CamtFile.upTo(DAY).in(ref(), amount, iban, invoice));
        assertEnded(imported, "EndEvent_EntriesPlaced");
        assertThat(receivables.open(invoice)).isEqualByComparingTo(open);
        assertThat(receivables.isPaid(invoice)).isEqualTo(open.equals("0"));
        assertThat(credit()).isEqualByComparingTo(credit);
        assertThat(jdbc.sql("select number from statement_import order by number desc limit 1")
                        .query(String.class)
                        .single())
                .matches("S-2026-\\d{6}")
                .isEqualTo(history.createHistoricProcessInstanceQuery()
                        .processInstanceId(imported.getId())
                        .singleResult()
                        .getBusinessKey());
        assertThat(desk.newest().get(0).placed()).isEqualTo(1);
        assertThat(desk.newest().get(0).file().importedBy()).isEqualTo("accountant");
    }

    @Test
    void onePaymentSettlesSeveralInvoices() {
        String second = debtors.invoice(debtors.ordersAgain(debtor.company(), debtor.email()));
        upload(CamtFile.upTo(DAY).in(ref(), "452.20", iban, invoice + " " + second));
        assertThat(receivables.isPaid(invoice)).isTrue();
        assertThat(receivables.isPaid(second)).isTrue();
        String third = debtors.invoice(debtors.ordersAgain(debtor.company(), debtor.email()));
        upload(CamtFile.upTo(DAY).in(ref(), "226.10", iban, "thank you"));
        assertThat(receivables.isPaid(third)).as("by the payer's account").isTrue();
    }

    @Test
    void theSameFileAndOverlappingOnesAreBookedOnce() {
        String first = ref();
        CamtFile file = CamtFile.upTo(DAY).in(first, "100.00", iban, invoice);
        upload(file);
        assertEnded(upload(file), "EndEvent_EntriesPlaced");
        assertThat(desk.newest().get(0).file().known()).isEqualTo(1);
        assertThat(desk.preview(file.bytes()).earlier()).matches("S-2026-\\d{6}");
        upload(file.in(ref(), "26.10", iban, invoice));
        assertThat(desk.newest().get(0).file().entries()).isEqualTo(2);
        assertThat(desk.newest().get(0).file().known()).isEqualTo(1);
        assertThat(receivables.open(invoice)).isEqualByComparingTo("100.00");
    }

    @Test
    void aDayBetweenTwoStatementsIsMissedAndTheRestIsBooked() {
        upload(CamtFile.upTo("2019-03-04").since("2019-03-04", "0.00", "10.00").in(ref(), "10.00", iban, "any"));
        CamtFile wednesday = CamtFile.upTo("2019-03-06")
                .since("2019-03-06", "50.00", "276.10")
                .in(ref(), "226.10", iban, invoice);
        String sentence = "No statement tells of Mar 5, 2019. Please import it, too";
        assertThat(desk.preview(wednesday.bytes()).warnings())
                .singleElement()
                .asString()
                .startsWith(sentence);
        upload(wednesday);
        assertThat(receivables.isPaid(invoice)).isTrue();
        assertThat(desk.newest().get(0).warnings()).singleElement().asString().startsWith(sentence);
        assertThat(desk.preview(wednesday.bytes()).warnings()).as("told once").isEmpty();
        assertThat(desk.preview(CamtFile.upTo("2019-03-05")
                                .since("2019-03-05", "10.00", "50.00")
                                .in(ref(), "40.00", iban, "any")
                                .bytes())
                        .warnings())
                .isEmpty();
        assertThat(desk.preview(CamtFile.upTo("2019-03-07")
                                .since("2019-03-07", "300.00", "301.00")
                                .in(ref(), "1.00", iban, "any")
                                .bytes())
                        .warnings())
                .containsExactly("The account opens with 300.00, but the statement before this one, which ends on"
                        + " Mar 6, 2019, closed with 276.10. Entries between them may be missing.");
    }

    @Test
    void whatGoesOutIsLeftAloneAndCounted() {
        upload(CamtFile.upTo(DAY).out(ref(), "12.50", "Account fee " + invoice).in(ref(), "226.10", iban, invoice));
        assertThat(desk.newest().get(0).outgoing()).isEqualTo(1);
        assertThat(desk.newest().get(0).placed()).isEqualTo(1);
        assertThat(receivables.isPaid(invoice)).isTrue();
    }

    @Test
    void aReturnedPaymentIsTakenBackOnce() {
        upload(CamtFile.upTo(DAY).in(ref(), "226.10", iban, invoice));
        upload(CamtFile.upTo(DAY).returned(ref(), "226.10", iban));
        assertThat(receivables.open(invoice)).isEqualByComparingTo("226.10");
        assertThat(credit()).isZero();
        ProcessInstance again = upload(CamtFile.upTo(DAY).returned(ref(), "226.10", iban));
        assertThat(task(again)).as("no payment is left: a person looks").isNotNull();
    }

    @Test
    void aReturnThatNoRuleCanPlaceIsTakenBackByHand() {
        upload(CamtFile.upTo(DAY).in(ref(), "226.10", iban, invoice));
        ProcessInstance imported = upload(CamtFile.upTo(DAY).returned(ref(), "26.10", "DE-OTHER" + iban));
        assertRefused(imported, "was paid on it", "ASSIGN", share(debtors.invoice(debtors.orders()), "26.10"), null);
        assertRefused(imported, "went out", "REFUND", null, null);
        resolve(imported, "ASSIGN", share(invoice, "26.10"), null);
        assertThat(receivables.open(invoice)).isEqualByComparingTo("26.10");
        assertEnded(imported, "EndEvent_EntriesResolved");
    }

    @Test
    void anUnknownPaymentIsDividedByAnAccountant() {
        String second = debtors.invoice(debtors.ordersAgain(debtor.company(), debtor.email()));
        ProcessInstance imported = upload(CamtFile.upTo(DAY).in(ref(), "300.00", iban, "for the boxes"));
        Task task = task(imported);
        assertThat(task.getDueDate()).isEqualTo(Date.from(Instant.parse("2026-11-24T09:00:00Z")));
        assertRefused(imported, "add up to", "ASSIGN", share(invoice, "200.00") + share(second, "100.01"), null);
        assertRefused(imported, "only 226.10 is open", "ASSIGN", share(invoice, "226.11"), null);
        assertRefused(imported, "There is no invoice", "ASSIGN", share("INV-1999-000001", "1"), null);
        assertRefused(imported, "above 0", "ASSIGN", share(invoice, "0"), null);
        assertRefused(imported, "above 0", "ASSIGN", share(invoice, "1.001"), null);
        assertRefused(imported, "cannot be read", "ASSIGN", share(invoice, "much"), null);
        assertRefused(imported, "at least one invoice", "ASSIGN", null, null);
        assertRefused(imported, "not an answer", "BURN", null, null);
        resolve(imported, "ASSIGN", share(invoice, "226.10") + share(second, "50,00"), null);
        assertThat(receivables.isPaid(invoice)).isTrue();
        assertThat(receivables.open(second)).as("the rest, too").isEqualByComparingTo("152.20");
        assertThat(credit()).isZero();
        assertEnded(imported, "EndEvent_EntriesResolved");
    }

    @Test
    void severalUnknownPaymentsAreSeveralTasks() {
        ProcessInstance imported = upload(CamtFile.upTo(DAY)
                .in(ref(), "1.00", iban, "a")
                .in(ref(), "2.00", iban, "b")
                .in(ref(), "3.00", iban, "c"));
        List<Task> open = debtors.tasks
                .createTaskQuery()
                .processInstanceId(imported.getId())
                .list();
        assertThat(open)
                .extracting(task -> debtors.tasks.getVariableLocal(task.getId(), "bankEntry"))
                .doesNotHaveDuplicates()
                .hasSize(3);
        assertRefused(imported, "choose the client", "KEEP_AS_CREDIT", null, null);
        assertRefused(imported, "no client with the number", "KEEP_AS_CREDIT", null, "C-999999");
        resolve(imported, "KEEP_AS_CREDIT", null, debtor.company());
        assertThat(receivables.open(invoice)).as("set off at once").isLessThan(new BigDecimal("226.10"));
        assertThat(credit()).isZero();
        resolve(imported, "REFUND", null, null);
        resolve(imported, "NOT_OURS", null, null);
        assertEnded(imported, "EndEvent_EntriesResolved");
    }

    @Test
    void moneyOfAnotherCurrencyOrForTwoClientsIsNotMixedUp() {
        ProcessInstance imported = upload(CamtFile.upTo(DAY).dollars(ref(), "226.10", iban, invoice));
        assertRefused(imported, "is in EUR", "ASSIGN", share(invoice, "1.00"), null);
        String other = debtors.invoice(debtors.orders());
        imported = upload(CamtFile.upTo(DAY).in(ref(), "100.00", iban, "x"));
        assertRefused(imported, "more than one client", "ASSIGN", share(invoice, "1") + share(other, "1"), null);
    }

    @Test
    void aPaymentOfWhatIsPaidGoesToAPersonAndTheHeadHearsWhenNobodyLooks() {
        upload(CamtFile.upTo(DAY).in(ref(), "226.10", iban, invoice));
        ProcessInstance imported = upload(CamtFile.upTo(DAY).in(ref(), "226.10", iban, invoice));
        assertThat(task(imported)).isNotNull();
        debtors.management.executeJob(debtors.management
                .createJobQuery()
                .processInstanceId(imported.getId())
                .timers()
                .singleResult()
                .getId());
        debtors.run(imported);
        assertThat(jdbc.sql("select count(*) from mail where recipient = 'head@example.com' and subject like ?")
                        .param("%" + imported.getBusinessKey() + "%")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(task(imported)).as("the task stays").isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-                                                   | The file is empty",
                "Date;Amount                                         | not a bank statement",
                "<Document><BkToCstmrStmt>                           | damaged or breaks off",
                "<Document/>                                         | not a bank statement",
                "<!DOCTYPE d [<!ENTITY e SYSTEM 'file:/etc/hosts'>]><d>&e;</d> | document type declaration",
            })
    void aWrongFileIsRefusedAtOnce(String file, String sentence) {
        byte[] bytes = file == null ? new byte[0] : file.getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> debtors.importStatement(bytes))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void aStatementOfAnotherAccountIsRefusedAsAWhole() {
        int before = imports();
        byte[] other = CamtFile.of("DE02120300000000202051", DAY)
                .in(ref(), "226.10", iban, invoice)
                .bytes();
        assertThatThrownBy(() -> debtors.importStatement(other))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("of the account DE02120300000000202051")
                .hasMessageContaining(CamtFile.OURS);
        assertThatThrownBy(() -> debtors.importStatement(CamtFile.upTo(DAY)
                        .in(ref(), "99999999999999.99", iban, "x")
                        .bytes()))
                .hasMessageContaining("too large");
        assertThatThrownBy(() -> debtors.runtime.startProcessInstanceByKey("importStatement"))
                .hasMessageContaining("choose the file");
        assertThat(imports()).isEqualTo(before);
    }

    @Test
    void whoPaysAProformaThatWasWithdrawnIsFoundAndKeepsHisMoneyAsCredit() {
        Debtor late = debtors.orders();
        String proforma = invoicing.issueProforma(late.order(), 7);
        invoicing.withdraw(late.order(), "not paid in time");
        ProcessInstance imported = upload(CamtFile.upTo(DAY).in(ref(), "226.10", iban, "For " + proforma));
        assertThat(candidates
                        .of(Long.parseLong(debtors.tasks
                                .getVariableLocal(task(imported).getId(), "bankEntry")
                                .toString()))
                        .candidates()
                        .get(0))
                .satisfies(first -> {
                    assertThat(first.invoiceNumber()).isEqualTo(proforma);
                    assertThat(first.companyNumber()).isEqualTo(late.company());
                    assertThat(first.most()).isZero();
                    assertThat(first.reasons()).containsExactly("named by the payer, but withdrawn");
                });
        assertThat(candidates.search(proforma, false)).hasSize(1);
        assertRefused(imported, "only 0 is open", "ASSIGN", share(proforma, "226.10"), null);
        resolve(imported, "KEEP_AS_CREDIT", null, late.company());
        assertThat(credits.total(late.company(), "EUR")).isEqualByComparingTo("226.10");
    }

    @Test
    void aClientForWhomTheAmountAloneSpeaksIsNotTakenForThePayer() {
        upload(CamtFile.upTo(DAY).in(ref(), "1.97", iban, invoice));
        ProcessInstance imported = upload(CamtFile.upTo(DAY).in(ref(), "224.13", "DE-NEW-" + iban, "for the boxes"));
        long entry = Long.parseLong(debtors.tasks
                .getVariableLocal(task(imported).getId(), "bankEntry")
                .toString());
        assertThat(candidates.of(entry).candidates().get(0).reasons()).containsExactly("the same amount");
        resolve(imported, "REFUND", null, null);
        assertThat(jdbc.sql("select count(*) from refund r join payment p on p.id = r.payment"
                                + " where p.bank_entry = ? and r.company_number is null")
                        .param(entry)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theFormsReadWhatAccountantsAloneMaySee() {
        ProcessInstance imported = upload(CamtFile.upTo(DAY).in(ref(), "226.10", iban, "for the boxes"));
        String entry = "/api/statements/entries/"
                + debtors.tasks.getVariableLocal(task(imported).getId(), "bankEntry");
        assertThat(browser.getForEntity(entry, String.class).getStatusCode().value())
                .isEqualTo(401);
        for (String path : List.of(entry, "/api/statements", "/api/receivables?q=x")) {
            assertThat(browser.withBasicAuth("manager", "manager")
                            .getForEntity(path, String.class)
                            .getStatusCode()
                            .value())
                    .isEqualTo(403);
        }
        var accountant = browser.withBasicAuth("accountant", "accountant");
        assertThat(accountant.getForObject(entry, String.class))
                .contains("Payer " + iban)
                .contains("the same amount");
        assertThat(accountant.getForObject("/api/receivables?q=" + invoice, String.class))
                .contains(invoice)
                .contains("226.1");
        assertThat(accountant.getForObject("/api/statements", String.class)).contains(imported.getBusinessKey());
        assertThat(accountant
                        .getForEntity("/api/statements/entries/0", String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_OCTET_STREAM);
        assertThat(accountant.postForObject(
                        "/api/statements/preview", new HttpEntity<>("nonsense".getBytes(), headers), String.class))
                .contains("not a bank statement");
        assertThat(accountant.postForObject(
                        "/api/statements/preview",
                        new HttpEntity<>(
                                CamtFile.upTo(DAY).in(ref(), "1.00", iban, "x").bytes(), headers),
                        String.class))
                .contains("\"incoming\":1")
                .contains("\"known\":0");
    }

    @Test
    void theSameMovementsInAnotherFormatAreBookedOnce() {
        upload(CamtFile.upTo("2026-11-19").in(ref(), "40.00", iban, invoice).in(ref(), "40.00", iban, invoice));
        assertThat(receivables.open(invoice)).isEqualByComparingTo("146.10");
        String line = ":61:261119C40,00NTRFNONREF\n:86:" + invoice + "\n";
        String file = ":20:X\n:25:37040044/0532013000\n:28C:1\n:60F:C261118EUR1000,00\n" + line + line + line
                + ":62F:C261119EUR1120,00\n-\n";
        PaymentDesk.Preview preview = desk.preview(file.getBytes(StandardCharsets.UTF_8));
        assertThat(preview.refused()).isNull();
        assertThat(preview.known()).as("two of the three").isEqualTo(2);
        debtors.importStatement(file.getBytes(StandardCharsets.UTF_8));
        assertThat(receivables.open(invoice)).isEqualByComparingTo("106.10");
    }

    @Test
    void whoPaidTheSameOnTheSameDayIsToldApartInAnotherFormat() {
        String other = "DE02120300000000202051";
        String line = ":61:261117C41,00NTRFNONREF\n:86:166?00GUTSCHRIFT?20" + invoice + "?31" + iban + "?32Payer\n";
        String file = ":20:X\n:25:37040044/0532013000\n:28C:1\n:60F:C261116EUR1000,00\n" + line
                + ":62F:C261117EUR1041,00\n-\n";
        debtors.importStatement(file.getBytes(StandardCharsets.UTF_8));
        assertThat(receivables.open(invoice)).isEqualByComparingTo("185.10");
        PaymentDesk.Preview preview = desk.preview(CamtFile.upTo("2026-11-17")
                .in(ref(), "41.00", other, "from somebody else")
                .in(ref(), "41.00", iban, invoice)
                .bytes());
        assertThat(preview.known()).isEqualTo(1);
        upload(CamtFile.upTo("2026-11-17")
                .in("OTHER-" + invoice, "41.00", other, "from somebody else")
                .in("SAME-" + invoice, "41.00", iban, invoice));
        assertThat(receivables.open(invoice)).as("not booked again").isEqualByComparingTo("185.10");
        assertThat(jdbc.sql("select count(*) from bank_entry where party_iban = ? and purpose = 'from somebody else'")
                        .param(other)
                        .query(Integer.class)
                        .single())
                .as("kept, for a person to place")
                .isEqualTo(1);
    }

    private ProcessInstance upload(CamtFile file) {
        return debtors.importStatement(file.bytes());
    }

    private Task task(ProcessInstance imported) {
        return debtors
                .tasks
                .createTaskQuery()
                .processInstanceId(imported.getId())
                .orderByTaskCreateTime()
                .asc()
                .list()
                .stream()
                .findFirst()
                .orElse(null);
    }

    private void resolve(ProcessInstance imported, String outcome, String shares, String company) {
        debtors.complete(
                task(imported),
                "accountant",
                "accountants",
                "outcome",
                outcome,
                "allocations",
                shares == null ? null : "[" + shares.replace("}{", "},{") + "]",
                "creditCompany",
                company);
    }

    private void assertRefused(
            ProcessInstance imported, String sentence, String outcome, String shares, String company) {
        assertThatThrownBy(() -> resolve(imported, outcome, shares, company))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining(sentence);
    }

    private static String share(String invoice, String amount) {
        return "{\"invoice\":\"" + invoice + "\",\"amount\":\"" + amount + "\"}";
    }

    private void assertEnded(ProcessInstance imported, String end) {
        assertThat(history.createHistoricActivityInstanceQuery()
                        .processInstanceId(imported.getId())
                        .activityId(end)
                        .count())
                .isEqualTo(1);
    }

    private java.math.BigDecimal credit() {
        return credits.total(debtor.company(), "EUR");
    }

    private int imports() {
        return jdbc.sql("select count(*) from statement_import")
                .query(Integer.class)
                .single();
    }

    private static String ref() {
        return "REF-" + LAST.incrementAndGet();
    }
}
