package salesconveyor.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.ConveyorTest;
import salesconveyor.companies.Companies;
import salesconveyor.companies.Sellers;

/** The papers that close deliveries under Russian law: which, with what amounts, how numbered, and what they say. */
@ConveyorTest
class ClosingTest {
    private static final AtomicInteger LAST = new AtomicInteger();
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @Autowired
    Closing closing;

    @Autowired
    ClosingPapers papers;

    @Autowired
    ClosingSheet sheet;

    @Autowired
    InvoicePaper invoicePapers;

    @Autowired
    ClosingSending sending;

    @Autowired
    Invoicing invoicing;

    @Autowired
    Invoices invoices;

    @Autowired
    BillingData data;

    @Autowired
    PaperTrace trace;

    @Autowired
    Sellers sellers;

    @Autowired
    Companies companies;

    @Autowired
    TestRestTemplate browser;

    @Autowired
    JdbcClient jdbc;

    private Orders orders;
    private RussianSeller russian;

    @BeforeEach
    void aRussianSells() {
        orders = new Orders(jdbc, companies);
        russian = new RussianSeller(sellers);
    }

    @AfterEach
    void theOldSellerIsBack() {
        russian.close();
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "117, 2026-11-18, 117 от 18 ноября 2026 г.",
                "-,   -,          ________ от 19 ноября 2026 г.",
                "118, -,          118 от 19 ноября 2026 г."
            },
            nullValues = "-")
    void whatWasPaidBeforeIsNamedByThePaymentOrder(String number, LocalDate written, String line5) throws Exception {
        String order = orders.place("Предоплата");
        String proforma = invoicing.issueProforma(order, 7);
        pay(proforma, number, written, DAY.minusDays(1));
        pay(proforma, "999", DAY, DAY.plusDays(1));
        String text = text(sheet.of(close(order, Map.of(1, "100")).get(0)));
        assertThat(text).contains(line5).doesNotContain("999 от");
        String invoice = invoicing.issueInvoice(order, 7);
        assertThat(text(invoicePapers.of(invoice)).replaceAll("\\s+", " "))
                .contains(proforma, "November 19, 2026; November 21, 2026");
    }

    private void pay(String paper, String number, LocalDate written, LocalDate paid) {
        String key = "PAID-BEFORE-" + LAST.incrementAndGet();
        jdbc.sql(
                        "insert into statement (file_hash, position_in_file, bank_number, account, format, imported, imported_by)"
                                + " values (?, 1, '1', 'X', 'EXCHANGE_1C', now(), 'accountant')")
                .param(key)
                .update();
        jdbc.sql(
                        "insert into bank_entry (entry_key, statement, amount, currency, booked, value_date, purpose, returned,"
                                + " payer_order, payer_order_day, match_rule) select ?, id, 10, 'RUB', ?, ?, '', false, ?, ?, 'REFERENCE'"
                                + " from statement where file_hash = ?")
                .params(Arrays.asList(key, paid, paid, number, written, key))
                .update();
        jdbc.sql("insert into payment (number, bank_entry, amount, currency, paid) select ?, id, 10, 'RUB', ?"
                        + " from bank_entry where entry_key = ?")
                .params(key, paid, key)
                .update();
        jdbc.sql("insert into allocation (payment, invoice_number, amount, allocated) select id, ?, 10, now()"
                        + " from payment where number = ?")
                .params(paper, key)
                .update();
    }

    @ParameterizedTest
    @CsvSource({
        "шт,  20, UPD, 1",
        "шт,  0,  UPD, 2",
        "h,   20, UPD, 1",
        "h,   0,  ACT, 2",
        "усл, 0,  ACT, 2",
        "услуга, 22, UPD, 1",
        "кг,  10, UPD, 1"
    })
    void theKindFollowsWhatIsDeliveredAndWhetherItIsTaxed(String unit, String vatRate, ClosingKind kind, String status)
            throws Exception {
        String order = orders.place("Закрытие");
        orders.add(order, 2, "Позиция", unit, "3", "10.03", vatRate);
        List<String> numbers = close(order, Map.of(2, "3"));
        assertThat(numbers).singleElement().asString().startsWith(kind + "-2026-");
        ClosingPaper paper = papers.find(numbers.get(0)).orElseThrow();
        assertThat(paper.net()).isEqualByComparingTo("30.09");
        assertThat(paper.vat().signum()).isEqualTo(status.equals("1") ? 1 : 0);
        String text = text(sheet.of(paper.number()));
        if (kind == ClosingKind.UPD) {
            assertThat(text).contains("Статус: " + status);
        } else {
            assertThat(text).contains("Акт об оказании услуг", "без НДС");
        }
    }

    @Test
    void goodsAndUntaxedServicesOfOneDeliveryAreTwoPapers() {
        String order = orders.place("Два документа");
        orders.add(order, 2, "Монтаж", "час", "4", "1500.00", "0");
        List<String> numbers = close(order, Map.of(1, "100", 2, "4"));
        assertThat(numbers)
                .hasSize(2)
                .anyMatch(number -> number.startsWith("UPD-"))
                .anyMatch(number -> number.startsWith("ACT-"));
    }

    @ParameterizedTest
    @CsvSource({"100, 1, 0.03, 0", "7, 3, 0.01, 50", "5, 2, 3.33, 33.33", "3, 1, 10.03, 0", "10, 9.5, 0.99, 7.5"})
    void thePapersOfAllDeliveriesTogetherAreTheInvoiceToTheKopeck(
            BigDecimal quantity, BigDecimal part, BigDecimal price, BigDecimal discount) {
        String order = orders.place("Частями", quantity, price, discount);
        orders.add(order, 2, "Лента", "рул", "3", "10.03", "19");
        orders.add(order, 3, "Книга", "шт", "3", "10.03", "10");
        Invoice invoice = invoices.get(invoicing.issueInvoice(order, 14));
        int day = 0;
        for (BigDecimal left = quantity; left.signum() > 0; left = left.subtract(part)) {
            Map<Integer, String> now = new HashMap<>(Map.of(1, left.min(part).toPlainString()));
            if (day < 3) {
                now.put(2, "1");
                now.put(3, "1");
            }
            close(order, now);
            day++;
        }
        if (day < 3) {
            close(order, Map.of(2, String.valueOf(3 - day), 3, String.valueOf(3 - day)));
        }
        assertThat(sum(order, ClosingPaper::net)).isEqualByComparingTo(invoice.net());
        assertThat(sum(order, ClosingPaper::vat)).isEqualByComparingTo(invoice.vat());
        assertThat(sum(order, ClosingPaper::gross)).isEqualByComparingTo(invoice.gross());
    }

    @Test
    void aDeliveryIsClosedOnceHoweverManyAskAtOnceAndNumbersHaveNoGap() throws Exception {
        int before = last();
        String order = orders.place("Одновременно");
        String shipment = shipment();
        List<Callable<List<String>>> same = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            same.add(() -> closing.close(order, shipment, DAY, Map.of(1, new BigDecimal("100"))));
        }
        var pool = Executors.newFixedThreadPool(8);
        Set<String> numbers = new TreeSet<>();
        try {
            for (var answer : pool.invokeAll(same)) {
                numbers.addAll(answer.get());
            }
        } finally {
            pool.shutdown();
        }
        assertThat(numbers).hasSize(1);
        assertThat(last()).isEqualTo(before + 1);
    }

    @Test
    void underTheRulesOfTheEuThereIsNone() {
        russian.close();
        String order = orders.place("European");
        assertThat(close(order, Map.of(1, "100"))).isEmpty();
        assertThat(papers.ofOrder(order)).isEmpty();
    }

    @Test
    void aTransferDocumentSaysWhatTheDecreeAsks() throws Exception {
        String order = orders.place("АО «Вектор»");
        orders.add(order, 2, "Печать логотипа", "час", "2.5", "1800.00", "20");
        String invoice = invoicing.issueInvoice(order, 14);
        String company = invoices.get(invoice).companyNumber();
        data.address(company, "394000, Воронеж, пр. Революции, 5\nКПП 366601001", "accountant");
        String number = close(order, Map.of(1, "40", 2, "2.5")).get(0);
        byte[] pdf = sheet.of(number);
        keep(number, pdf);
        assertThat(text(pdf).replaceAll("[\\s\\u00a0\\u202f]+", " "))
                .contains("Универсальный передаточный документ", "Статус: 1", "Счёт-фактура №", number)
                .contains("ООО «Ёлка»", "101000, Москва, ул. Лесная, д. 1", "7707083893 / 770701001", "— / 366601001")
                .contains("АО «Вектор»", "394000, Воронеж, пр. Революции, 5")
                .contains("российский рубль, 643")
                .contains("796", "шт", "356", "без акциза", "20 %", "Всего к оплате")
                .contains("счёт № " + invoice, "заказ № " + order, "20 ноября 2026")
                .contains("Товар (груз) передал", "Товар (груз) получил", "Ёлкин П. С.");
        assertThat(sheet.of(number)).as("the very same paper").isEqualTo(pdf);
        assertThat(papers.find(number).orElseThrow().net()).isEqualByComparingTo("4576.00");
    }

    @Test
    void anActSaysWhatTheLawAsks() throws Exception {
        String order = orders.place("ООО «Ромашка»");
        orders.add(order, 2, "Консультация по упаковке", "час", "3", "2500.00", "0");
        String number = close(order, Map.of(2, "3")).get(0);
        keep(number, sheet.of(number));
        assertThat(text(sheet.of(number)).replaceAll("[\\s\\u00a0\\u202f]+", " "))
                .contains("Акт об оказании услуг №", number)
                .contains("Исполнитель", "ООО «Ёлка»", "Заказчик", "ООО «Ромашка»")
                .contains("Консультация по упаковке", "7 500,00", "20 ноября 2026", "подпись");
    }

    @Test
    void whoDownloadsAndWhoSendsAgainIsTraced() {
        String order = orders.place("Следы");
        String number = close(order, Map.of(1, "100")).get(0);
        assertThat(open("accountant", number)).isEqualTo(200);
        assertThat(open("researcher", number)).isEqualTo(403);
        assertThat(open("accountant", "UPD-1999-000001")).isEqualTo(404);
        sending.sendAgain(number, "accountant");
        sending.sendAgain(number, "head");
        assertThat(trace.of(number))
                .extracting(PaperTrace.Entry::what, PaperTrace.Entry::who)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("ISSUED", null),
                        org.assertj.core.groups.Tuple.tuple("DOWNLOADED", "accountant"),
                        org.assertj.core.groups.Tuple.tuple("SENT_AGAIN", "accountant"),
                        org.assertj.core.groups.Tuple.tuple("SENT_AGAIN", "head"));
        assertThat(jdbc.sql("select count(*) from mail where mail_key like ?")
                        .param("closing-" + number + "-%")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    private int open(String login, String number) {
        return browser.withBasicAuth(login, login)
                .getForEntity("/api/closing-papers/" + number + ".pdf", byte[].class)
                .getStatusCode()
                .value();
    }

    private List<String> close(String order, Map<Integer, String> quantities) {
        Map<Integer, BigDecimal> delivered = new HashMap<>();
        quantities.forEach((line, quantity) -> delivered.put(line, new BigDecimal(quantity)));
        return closing.close(order, shipment(), DAY, delivered);
    }

    private static String shipment() {
        return "D-CLOSING-" + LAST.incrementAndGet();
    }

    private BigDecimal sum(String order, Function<ClosingPaper, BigDecimal> amount) {
        return papers.ofOrder(order).stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private int last() {
        return jdbc.sql("select coalesce(max(last_number), 0) from number_counter where series like 'UPD-%'")
                .query(Integer.class)
                .single();
    }

    private static String text(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** With {@code -Dconveyor.test.papers=<folder>} the papers are kept to be looked at. */
    private static void keep(String number, byte[] pdf) throws Exception {
        String folder = System.getProperty("conveyor.test.papers");
        if (folder != null) {
            Files.write(Files.createDirectories(Path.of(folder)).resolve(number + ".pdf"), pdf);
        }
    }
}
