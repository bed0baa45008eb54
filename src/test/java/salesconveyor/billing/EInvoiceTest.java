package salesconveyor.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mustangproject.validator.ZUGFeRDValidator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.ConveyorTest;
import salesconveyor.companies.Companies;

/** The electronic invoice in the PDF: what others' programs read must be valid, and say what the paper says. */
@ConveyorTest
class EInvoiceTest {
    @Autowired
    Invoicing invoicing;

    @Autowired
    Invoices invoices;

    @Autowired
    InvoicePaper papers;

    @Autowired
    BillingData data;

    @Autowired
    Companies companies;

    @Autowired
    JdbcClient jdbc;

    private Orders orders;

    @BeforeEach
    void orders() {
        orders = new Orders(jdbc, companies);
    }

    @Test
    void anInvoiceIsValidFacturXAndSaysWhatThePaperSays() throws Exception {
        String number = invoicing.issueInvoice(orders.place("Électro & Söhne <KG>"), 14);
        Invoice invoice = invoices.get(number);
        String xml = valid(papers.of(number));
        assertThat(xml).contains("<ram:TypeCode>380</ram:TypeCode>");
        assertThat(xml).contains("urn:cen.eu:en16931:2017", number, "Électro &amp; Söhne &lt;KG&gt;");
        assertThat(value(xml, "ram:LineTotalAmount")).isNotEmpty();
        assertThat(value(xml, "ram:TaxBasisTotalAmount"))
                .isEqualTo(invoice.net().toPlainString());
        assertThat(value(xml, "ram:GrandTotalAmount")).isEqualTo(invoice.gross().toPlainString());
        assertThat(value(xml, "ram:DuePayableAmount")).isEqualTo(invoice.gross().toPlainString());
    }

    /** The lines of the address are cut by a bar, and so are the fields of the XML. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "Hafenstr. 1|20457 Hamburg, Hafenstr. 1, -, 20457, Hamburg, DE",
                "Rechnungseingang|Hauptplatz 2|A-1010 Wien|Austria, Rechnungseingang, Hauptplatz 2, 1010, Wien, AT",
                "Via Roma 5|20121 Milano|IT, Via Roma 5, -, 20121, Milano, IT",
                "'Hafenstr. 1, 20457 Hamburg', Hafenstr. 1, -, 20457, Hamburg, DE",
                "'Halle 3, Hauptplatz 2; A-1010 Wien, Austria', Halle 3, Hauptplatz 2, 1010, Wien, AT",
                "'12 High Street, London SW1A 1AA', '12 High Street, London SW1A 1AA', -, -, -, DE",
                "Building C|12 High Street|London SW1A 1AA, Building C, 12 High Street, -, -, DE",
            })
    void theBuyersAddressIsTheOneOnThePaper(
            String lines, String street, String second, String postcode, String city, String country) throws Exception {
        String order = orders.place("Addressed GmbH");
        String company = jdbc.sql("select company_number from purchase_order where number = ?")
                .param(order)
                .query(String.class)
                .single();
        jdbc.sql("update company set city = 'Bremen', country = 'DE' where number = ?")
                .param(company)
                .update();
        data.address(company, lines.replace('|', '\n'), "accountant");
        String xml = valid(papers.of(invoicing.issueInvoice(order, 14)));
        String buyer = xml.substring(xml.indexOf("<ram:BuyerTradeParty>"), xml.indexOf("</ram:BuyerTradeParty>"));
        assertThat(value(buyer, "ram:LineOne")).isEqualTo(street);
        assertThat(buyer).doesNotContain("Bremen").contains("<ram:CountryID>" + country + "</ram:CountryID>");
        if (second != null) {
            assertThat(value(buyer, "ram:LineTwo")).isEqualTo(second);
        }
        if (city != null) {
            assertThat(value(buyer, "ram:PostcodeCode")).isEqualTo(postcode);
            assertThat(value(buyer, "ram:CityName")).isEqualTo(city);
        }
    }

    @Test
    void aCreditNoteNamesTheInvoiceThatItCorrects() throws Exception {
        String number = invoicing.issueInvoice(orders.place("Credited GmbH"), 14);
        String xml = valid(papers.of(invoicing.credit(number, "Broken in transit")));
        assertThat(xml).contains("<ram:TypeCode>381</ram:TypeCode>");
        assertThat(xml).contains(number);
    }

    @ParameterizedTest
    @CsvSource({"226.10, 0.00", "100.00, 126.10"})
    void whatWasPaidOnAProformaIsNotAskedAgain(String paid, String left) throws Exception {
        String order = orders.place("Prepaid GmbH");
        String proforma = invoicing.issueProforma(order, 7);
        assertThat(attachments(papers.of(proforma)))
                .as("a proforma is no invoice")
                .isEmpty();
        orders.pay(proforma, paid);
        String number = invoicing.issueInvoice(order, 0);
        String xml = valid(papers.of(number));
        assertThat(value(xml, "ram:TotalPrepaidAmount")).isEqualTo(paid);
        assertThat(value(xml, "ram:DuePayableAmount")).isEqualTo(left);
    }

    @ParameterizedTest
    @CsvSource({"73.90, 152.20", "226.10, 0.00"})
    void creditThatIsSetOffIsPaidAlready(String credit, String due) throws Exception {
        String number = invoicing.issueInvoice(orders.place("Overpaid GmbH"), 14);
        invoices.useCredit(number, new BigDecimal(credit));
        String xml = valid(papers.of(number));
        assertThat(value(xml, "ram:TotalPrepaidAmount")).isEqualTo(credit);
        assertThat(value(xml, "ram:DuePayableAmount")).isEqualTo(due);
    }

    /** @return the XML of a PDF that the validator of the format finds whole: PDF/A-3, schema and business rules */
    private static String valid(byte[] pdf) throws Exception {
        String report = new ZUGFeRDValidator().validate(pdf, "invoice.pdf");
        assertThat(report).contains("<summary status=\"valid\"/>").doesNotContain("status=\"invalid\"");
        Map<String, String> attached = attachments(pdf);
        assertThat(attached).containsOnlyKeys("factur-x.xml");
        return attached.get("factur-x.xml");
    }

    private static Map<String, String> attachments(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            var files = names.getEmbeddedFiles();
            Map<String, String> found = new java.util.HashMap<>();
            if (files != null) {
                for (var file : files.getNames().entrySet()) {
                    found.put(
                            file.getKey(),
                            new String(file.getValue().getEmbeddedFile().toByteArray(), "UTF-8"));
                }
            }
            return found;
        }
    }

    private static String value(String xml, String element) {
        Matcher found = Pattern.compile("<" + element + "(?: [^>]*)?>([^<]*)</" + element + ">")
                .matcher(xml);
        List<String> values = found.results().map(match -> match.group(1)).toList();
        assertThat(values).as(element).isNotEmpty();
        return values.get(values.size() - 1);
    }
}
