package salesconveyor.acquisition.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import salesconveyor.engine.Refused;

/** Files as people save them, good ones and broken ones. */
class LeadFileTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            Company,Phone\\nAcme,030 1                    ~ 2: Acme / 030 1
            Company;Phone\\nAcme;030 1                    ~ 2: Acme / 030 1
            Company\\tPhone\\nAcme\\t030 1                ~ 2: Acme / 030 1
            Company|Phone\\nAcme|030 1                    ~ 2: Acme / 030 1
            sep=;\\nCompany;Phone\\nAcme, Inc;1           ~ 3: Acme, Inc / 1
            Company\\nAcme                                ~ 2: Acme
            "Company";"City, Land"\\n"A;""B""\";"x"        ~ 2: A;"B" / x
            Company,City\\r\\nAcme,"a\\r\\nb"\\r\\nBeta,c ~ 2: Acme / a\\r\\nb + 4: Beta / c
            Company,City\\nAcme,24" screen\\nBeta,c       ~ 2: Acme / 24" screen + 3: Beta / c
            Our list of 2026\\n\\nCompany,City\\nAcme,x   ~ 4: Acme / x
            Company,City\\n\\nAcme,x\\n                   ~ 2:  + 3: Acme / x
            Company,City\\nAcme                           ~ 2: Acme
            Company,City\\nAcme,x,y                       ~ 2: Acme / x / y
            """)
    void aTableIsReadRowByRow(String file, String rows) {
        assertThat(read(unescape(file).getBytes(StandardCharsets.UTF_8))).isEqualTo(unescape(rows));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            Company,City\\nAcme,"x\\nBeta,y\\nGamma,z          ~ 2! + 3: Beta / y + 4: Gamma / z
            Company,City\\nAcme,"x\\nBeta,"y"\\nGamma,z        ~ 2! + 3: Beta / y + 4: Gamma / z
            Company,City\\n"Acme"x,a\\nBeta,y                  ~ 2! + 3: Beta / y
            Company,City\\n"Acme,a\\nBeta,y\\n"Gamma,z         ~ 2! + 3: Beta / y + 4!
            Company,City\\n"Acme,a\\nBeta,y\\nGamma",z         ~ 2: Acme,a\\nBeta,y\\nGamma / z
            Company,City,Phone\\n"Acme,a,1\\nBeta,y,2\\nC",z   ~ 2! + 3: Beta / y / 2 + 4: C" / z
            """)
    void aQuotationMarkThatDoesNotCloseCostsItsOwnLineAlone(String file, String rows) {
        assertThat(read(unescape(file).getBytes(StandardCharsets.UTF_8))).isEqualTo(unescape(rows));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1251", "KOI8-R", "IBM866", "UTF-16LE", "UTF-16BE"})
    void russianIsReadInEveryUsualCharset(String charset) {
        String text = "Компания;Телефон;Город\nООО «Ромашка»;8 495 123-45-67;Москва\n"
                + "Завод металлических изделий;8 812 765-43-21;Санкт-Петербург\n";
        String written = charset.equals("IBM866") || charset.equals("KOI8-R") ? text.replaceAll("[«»]", "\"") : text;
        String marked = charset.startsWith("UTF-16") ? "\ufeff" + written : written;
        LeadFile file = LeadFile.open("list.csv", marked.getBytes(Charset.forName(charset)), WINDOWS);
        assertThat(file.header()).containsExactly("Компания", "Телефон", "Город");
        assertThat(rows(file).get(1).cells())
                .containsExactly("Завод металлических изделий", "8 812 765-43-21", "Санкт-Петербург");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void wideLettersAreReadWithoutTheirMark(String charset) {
        for (String text : List.of("Company,City\nAcme,Bonn\n", "Компания;Город\nРомашка;Тверь\n")) {
            LeadFile file = LeadFile.open("list.csv", text.getBytes(Charset.forName(charset)), WINDOWS);
            assertThat(file.header()).hasSize(2);
            assertThat(rows(file).get(0).cells()).hasSize(2);
        }
    }

    @Test
    void aShortFileIsReadAsItsCountryWritesIt() {
        Charset russian = Charset.forName("windows-1251");
        assertThat(LeadFile.open("a.csv", "Company\nЁж".getBytes(russian), russian)
                        .header())
                .containsExactly("Company");
        assertThat(rows(LeadFile.open("a.csv", "Firma;Ort\nMüller;Köln".getBytes(WINDOWS), WINDOWS))
                        .get(0)
                        .cells())
                .containsExactly("Müller", "Köln");
    }

    @Test
    void theMarkOfUtf8IsNoPartOfTheFirstColumn() {
        byte[] file = "\ufeffCompany,City\nAcme,Bonn".getBytes(StandardCharsets.UTF_8);
        assertThat(LeadFile.open("a.csv", file, WINDOWS).header()).containsExactly("Company", "City");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                | is empty
            ' \\n \\n'                        | is empty
            %PDF-1.7 text                     | is a PDF
            {ole} old       | Excel file of the old kind
            {zip} something          | neither CSV nor XLSX
            <html><table><tr>Company</table>  | neither CSV nor XLSX
            PNG {nul}             | neither CSV nor XLSX
            Acme\\nBeta                       | No column of the file
            Acme,a@b.de\\nBeta,b@b.de         | No column of the file
            Acme,030 1\\nBeta,030 2           | No column of the file
            Company,City                      | no rows below
            Company,City\\n\\n,               | no rows below
            """)
    void whatIsNoListIsRefusedInPlainWords(String file, String sentence) {
        assertThatThrownBy(() -> LeadFile.open("x", unescape(file).getBytes(StandardCharsets.ISO_8859_1), WINDOWS))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void anExcelFileIsReadWithPhoneNumbersAsDigits() throws IOException {
        byte[] book = workbook(Map.of(
                "Sheet1",
                """
                <row r="1"><c r="A1" t="inlineStr"><is><t>Companies of May</t></is></c></row>
                <row r="3"><c r="A3" t="inlineStr"><is><t>Компания</t></is></c><c r="B3" t="inlineStr"><is><t>Телефон</t></is></c></row>
                <row r="4"><c r="A4" t="inlineStr"><is><t>Ромашка</t></is></c><c r="B4"><v>74951234567</v></c></row>
                <row r="5"><c r="A5" t="inlineStr"><is><t>Formula</t></is></c><c r="B5"><f>1-2238</f><v>-2237</v></c></row>
                <row r="6"><c r="A6" t="e"><v>#REF!</v></c></row>""",
                "Sheet2",
                "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>More</t></is></c></row>",
                "Sheet3",
                ""));
        assertThat(read(book)).isEqualTo("4: Ромашка / 74951234567 + 5: Formula / -2237 + 6:  + 7!");
        assertThat(rows(LeadFile.open("x.xlsx", book, WINDOWS)).get(3).problem())
                .hasMessageContaining("The sheet {0} is not read");
    }

    @Test
    void anExcelFileThatBreaksOffKeepsWhatWasRead() throws IOException {
        byte[] book = workbook(Map.of(
                "Sheet1",
                "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Company</t></is></c></row>"
                        + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>Acme</t></is></c></row><row r=\"3\"><c"));
        assertThat(read(book)).startsWith("2: Acme + ").endsWith("!");
    }

    @Test
    void businessCardsAreRowsOfFixedColumns() {
        String cards = """
                BEGIN:VCARD
                VERSION:2.1
                N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=98=D0=B2=D0=B0=D0=BD=D0=BE=D0=B2;=D0=98=D0=B2=D0=B0=D0=BD
                ORG:Acme;Sales
                TITLE:Director
                TEL;WORK:+49 30 901820
                TEL;CELL:+49 170 1234567
                EMAIL:ivan@acme.example.com
                ADR;WORK:;;Street 1;Berlin;;10115;Germany
                END:VCARD
                BEGIN:VCARD
                VERSION:4.0
                FN:Lost without an end
                BEGIN:VCARD
                VERSION:4.0
                KIND:org
                FN:Beta AG
                TEL;VALUE=uri:tel:+49-228-1234
                URL:https://beta.example.com
                NOTE:Stand 5\\nHall 2
                END:VCARD
                """;
        LeadFile file = LeadFile.open("cards.vcf", cards.getBytes(StandardCharsets.UTF_8), WINDOWS);
        assertThat(file.header()).allMatch(title -> ColumnNames.recognise(title).isPresent());
        List<FileRow> rows = rows(file);
        assertThat(rows).extracting(FileRow::line).containsExactly(1, 11, 14);
        assertThat(rows.get(0).cells())
                .startsWith("Acme", "Иван Иванов", "Director")
                .contains("+49 30 901820; +49 170 1234567", "Berlin", "Germany");
        assertThat(rows.get(1).problem()).hasMessageContaining("no END:VCARD");
        assertThat(rows.get(2).cells()).startsWith("Beta AG", "").contains("+49-228-1234", "https://beta.example.com");
    }

    @Test
    void cardsThatNeverEndCostTheirOwnLineAlone() {
        String cards = "BEGIN:VCARD\nVERSION:3.0\nORG:Lost\n".repeat(50_000)
                + "BEGIN:VCARD\nVERSION:3.0\nORG:Found AG\nNOTE:Met at stand 5\nEND:VCARD\n";
        List<FileRow> rows = rows(LeadFile.open("cards.vcf", cards.getBytes(StandardCharsets.UTF_8), WINDOWS));
        assertThat(rows).hasSize(50_001);
        assertThat(rows.get(50_000).cells()).startsWith("Found AG").endsWith("Met at stand 5");
    }

    @Test
    void linesThatOpenAQuotationAndNeverCloseItCostThemselvesAlone() {
        String file = "Company,City\n" + "\"Open,x\n".repeat(50_000) + "Last,Bonn\n";
        List<FileRow> rows = rows(LeadFile.open("list.csv", file.getBytes(StandardCharsets.UTF_8), WINDOWS));
        assertThat(rows).hasSize(50_001);
        assertThat(rows.get(50_000).cells()).containsExactly("Last", "Bonn");
    }

    @Test
    void aHeaderInAnotherLanguageIsAHeaderToo() {
        LeadFile file = LeadFile.open(
                "liste.csv", "Raison sociale;Ville\nAcme SA;Lyon\n".getBytes(StandardCharsets.UTF_8), WINDOWS);
        assertThat(file.header()).containsExactly("Raison sociale", "Ville");
        assertThat(rows(file)).singleElement().extracting(FileRow::line).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "Company Name, COMPANY",
        "Название компании, COMPANY",
        "  ИНН , TAX_NUMBER",
        "Phone 2, PHONE",
        "Контактное лицо, PERSON",
        "E-Mail, EMAIL",
        "E-mail адрес,",
        "Hospital Name,",
        "VAT-ID, TAX_NUMBER",
        "'',"
    })
    void columnsAreKnownByTheirNames(String title, Column column) {
        assertThat(ColumnNames.recognise(title)).isEqualTo(java.util.Optional.ofNullable(column));
    }

    private static String read(byte[] content) {
        return String.join(
                " + ",
                rows(LeadFile.open("list", content, WINDOWS)).stream()
                        .map(row -> row.line() + (row.problem() == null ? ": " + String.join(" / ", row.cells()) : "!"))
                        .toList());
    }

    private static List<FileRow> rows(LeadFile file) {
        List<FileRow> rows = new ArrayList<>();
        file.rows(rows::add);
        return rows;
    }

    private static String unescape(String text) {
        return text.replace("\\r", "\r")
                .replace("\\n", "\n")
                .replace("\\t", "\t")
                .replace("{ole}", "\u00d0\u00cf\u0011\u00e0")
                .replace("{zip}", "PK\u0003\u0004")
                .replace("{nul}", "\0");
    }

    /** @param sheets their rows as Excel writes them */
    private static byte[] workbook(Map<String, String> sheets) throws IOException {
        var names = sheets.keySet().stream().sorted().toList();
        StringBuilder book = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 1; i <= names.size(); i++) {
                book.append("<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"/>".formatted(names.get(i - 1), i, i));
                relations.append(
                        "<Relationship Id=\"rId%d\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet%d.xml\"/>"
                                .formatted(i, i));
                entry(
                        zip,
                        "xl/worksheets/sheet%d.xml".formatted(i),
                        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                                + sheets.get(names.get(i - 1)) + "</sheetData></worksheet>");
            }
            entry(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                            + book + "</sheets></workbook>");
            entry(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
            entry(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + relations
                            + "</Relationships>");
        }
        return bytes.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + text).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
