package salesconveyor.billing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.ConveyorTest;
import salesconveyor.billing.pdf.PaymentCode;
import salesconveyor.companies.Companies;
import salesconveyor.companies.Seller;
import salesconveyor.companies.Sellers;
import salesconveyor.shared.Texts;
import salesconveyor.shared.pdf.PdfWriter;

/** What a client reads on an invoice, and who may download it. */
@ConveyorTest
class InvoicePaperTest {
    @Autowired
    Invoicing invoicing;

    @Autowired
    InvoicePaper papers;

    @Autowired
    BillingData data;

    @Autowired
    Prepayments prepayments;

    @Autowired
    InvoiceSending sending;

    @Autowired
    Companies companies;

    @Autowired
    Invoices invoices;

    @Autowired
    KeptPapers kept;

    @Autowired
    Sellers sellers;

    @Autowired
    PdfWriter writer;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestRestTemplate browser;

    private Orders orders;

    @BeforeEach
    void orders() {
        orders = new Orders(jdbc, companies);
    }

    @Test
    void anInvoiceSaysWhoOwesWhatAndHowToPay() throws Exception {
        String number = invoicing.issueInvoice(orders.place("ООО «Ёлка»"), 14);
        byte[] pdf = papers.of(number);
        keep(number, pdf);
        assertThat(text(pdf))
                .contains(number, "ООО «Ёлка»", "Demo Packaging GmbH", "DE123456788", "190.00", "36.10", "226.10")
                .contains("DE89 3704 0044 0532 0130 00");
        assertThat(papers.of(number)).as("the very same paper").isEqualTo(pdf);
        try (var document = Loader.loadPDF(pdf)) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 200);
            assertThat(code(page))
                    .startsWith("BCD\n002\n1\nSCT\nCOBADEFFXXX\n")
                    .contains("EUR226.10")
                    .endsWith(number);
        }
    }

    @Test
    void aProformaIsNoTaxInvoiceAndACreditNoteNamesWhatItCorrects() throws Exception {
        String order = orders.place("Acme & Sons");
        String proforma = invoicing.issueProforma(order, 7);
        keep(proforma, papers.of(proforma));
        assertThat(text(papers.of(proforma))).contains("not a tax invoice", "Valid until", "How to pay");
        orders.pay(proforma, "226.10");
        String invoice = invoicing.issueInvoice(order, 0);
        assertThat(text(papers.of(invoice)))
                .contains("Paid in advance by proforma " + proforma, "Still to pay")
                .doesNotContain("How to pay");
        keep(invoice, papers.of(invoice));
        String note = invoicing.credit(invoice, "Broken in transit");
        keep(note, papers.of(note));
        assertThat(text(papers.of(note)))
                .contains("Credit note", invoice, "Broken in transit")
                .doesNotContain("How to pay");
    }

    @Test
    void aPrepaymentThatIsNotThereIsAskedFor() throws Exception {
        String order = orders.place("Taken Back Ltd");
        invoicing.issueProforma(order, 7);
        assertThat(text(papers.of(invoicing.issueInvoice(order, 0))))
                .contains("How to pay", "To be paid until")
                .doesNotContain("Paid in advance");
        order = orders.place("Part Back Ltd");
        orders.pay(invoicing.issueProforma(order, 7), "100.00");
        String part = invoicing.issueInvoice(order, 0);
        keep(part, papers.of(part));
        assertThat(text(papers.of(part))).contains("How to pay", "Paid in advance", "100.00", "126.10");
    }

    @Test
    void anInvoiceIsMailedOnce() {
        String number = invoicing.issueInvoice(orders.place("Mailed Ltd"), 14);
        sending.send(number);
        sending.send(number);
        assertThat(jdbc.sql("select a.name from mail m join mail_attachment a on a.mail = m.id where m.mail_key = ?")
                        .param("invoice-" + number)
                        .query(String.class)
                        .list())
                .isEqualTo(List.of(number + ".pdf"));
    }

    @ParameterizedTest
    @CsvSource({
        "accountant, 200",
        "head, 200",
        "manager, 200",
        "shipper, 200",
        "researcher, 403",
        "caller, 403",
        "assistant, 403"
    })
    void onlyWhoWorksWithInvoicesReadsThem(String login, int status) {
        String number = invoicing.issueInvoice(orders.place("Read by " + login), 14);
        assertThat(browser.withBasicAuth(login, login)
                        .getForEntity("/api/invoices/" + number + ".pdf", byte[].class)
                        .getStatusCode()
                        .value())
                .isEqualTo(status);
    }

    @Test
    void aPaperThatIsNotThereIsNotFound() {
        assertThat(browser.withBasicAuth("accountant", "accountant")
                        .getForEntity("/api/invoices/INV-1999-000001.pdf", byte[].class)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        assertThat(browser.getForEntity("/api/invoices/INV-1999-000001.pdf", byte[].class)
                        .getStatusCode()
                        .value())
                .isEqualTo(401);
    }

    @Test
    void creditThatIsSetOffAndTheBillingAddressStandOnThePaper() throws Exception {
        String order = orders.place("Credited Ltd");
        String number = invoicing.issueInvoice(order, 14);
        invoices.useCredit(number, new java.math.BigDecimal("73.90"));
        data.address(invoices.get(number).companyNumber(), "Hafenstr. 1\n20457 Hamburg", "accountant");
        keep("credit-" + number, papers.of(number));
        assertThat(text(papers.of(number)))
                .contains("Hafenstr. 1")
                .contains("Your credit, set off")
                .contains("73.90")
                .contains("Still to pay")
                .contains("152.20");
        String free = invoicing.issueInvoice(orders.place("Credited in full"), 14);
        invoices.useCredit(free, new java.math.BigDecimal("226.10"));
        assertThat(text(papers.of(free))).contains("Still to pay €0.00").doesNotContain("How to pay");
    }

    @Test
    void aRussianSellerPrintsRussianPapersWithTheCodeOfGost() throws Exception {
        var russian = new InvoicePaper(
                invoices, kept, companies, sellers, writer, data, prepayments, new Texts(new Locale("ru")));
        Seller german = sellers.get();
        sellers.save(russian());
        try {
            String order = orders.place("АО «Вектор»");
            String proforma = invoicing.issueProforma(order, 5);
            keep("ru-" + proforma, russian.of(proforma));
            assertThat(text(russian.of(proforma))).contains("Счёт на предоплату", "не налоговый документ");
            String placed = orders.place("АО «Вектор»");
            orders.add(placed, 2, "Нанесение логотипа", "услуга", "2", "15.00", "0");
            String number = invoicing.issueInvoice(placed, 14);
            jdbc.sql(
                            "update company set tax_number = '7728168971', postcode = '127055', city = 'Москва' where number = ?")
                    .param(invoices.get(number).companyNumber())
                    .update();
            byte[] pdf = russian.of(number);
            keep("ru-" + number, pdf);
            assertThat(text(pdf))
                    .contains("Счёт " + number, "АО «Вектор»", "ООО|Ёлка", "ИНН 7707083893", "БИК", "256,10")
                    .contains("ИНН 7728168971", "127055 Москва", "без НДС")
                    .doesNotContain("НДС 0 %")
                    .contains("Оплатить до", "Как оплатить", "3010 1810 4000 0000 0225");
            try (var document = Loader.loadPDF(pdf)) {
                assertThat(code(new PDFRenderer(document).renderImageWithDPI(0, 200)))
                        .startsWith("ST00012|Name=ООО Ёлка|")
                        .endsWith("|Sum=25610");
            }
            keep("ru-note", russian.of(invoicing.credit(number, "Товар повреждён при перевозке")));
        } finally {
            sellers.save(german);
        }
    }

    @Test
    void aRoubleInvoiceHasTheCodeOfGost() {
        assertThat(PaymentCode.of(russian(), new BigDecimal("1234.50"), "INV-2026-000001")
                        .orElseThrow())
                .isEqualTo(
                        "ST00012|Name=ООО Ёлка|PersonalAcc=40702810938000000001|BankName=Сбербанк|BIC=044525225"
                                + "|CorrespAcc=30101810400000000225|PayeeINN=7707083893|KPP=770701001|Purpose=INV-2026-000001|Sum=123450");
    }

    private static Seller russian() {
        return new Seller(
                "ООО|Ёлка",
                "Лесная 1",
                "101000",
                "Москва",
                "RU",
                null,
                "7707083893",
                "40702810938000000001",
                "044525225",
                "Сбербанк",
                "30101810400000000225",
                "a@example.com",
                null,
                "RUB",
                "RU",
                "770701001",
                "Ёлкин П. С.");
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

    private static String code(BufferedImage page) throws Exception {
        int[] dots = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        // Held to the code as a phone is: the left half of the page, below the lines.
        var source = new RGBLuminanceSource(page.getWidth(), page.getHeight(), dots)
                .crop(0, page.getHeight() * 2 / 5, page.getWidth() / 2, page.getHeight() * 2 / 5);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }
}
