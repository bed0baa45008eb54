package salesconveyor.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.ConveyorTest;
import salesconveyor.acquisition.Opportunities;
import salesconveyor.companies.Companies;

/** What the channels cost: entered by marketers, told for each opportunity and accepted lead. */
@ConveyorTest
class SpendPageTest {
    private static final String PAGE = "/pages/spend";
    private static final String HEAD = "month;channel;campaign;amount;currency\n";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Companies companies;

    @Autowired
    Opportunities opportunities;

    @Autowired
    TestRestTemplate browser;

    private Visitor marketer;

    @BeforeEach
    void login() {
        jdbc.sql("delete from channel_spend").update();
        marketer = new Visitor(port).loggedInAs("marketer");
    }

    @Test
    void anAmountIsEnteredReplacedAndDeleted() {
        assertThat(enter("amount", "1200").text()).contains("2026-05, Trade show: 1200.00 EUR is written down.");
        assertThat(enter("amount", "1.300,50").text()).contains("1300.50 EUR is written down.");
        assertThat(entries()).isEqualTo("2026-05-01 TRADE_SHOW Fair 1300.50 EUR marketer");
        String id = jdbc.sql("select id from channel_spend").query(String.class).single();
        assertThat(marketer.submits(PAGE, PAGE + "/delete", Map.of("id", id)).text())
                .contains("The entry is deleted.");
        assertThat(marketer.submits(PAGE, PAGE + "/delete", Map.of("id", id)).text())
                .contains("The entry was deleted already.");
        assertThat(entries()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            month    | ''         | The column &quot;Month&quot; is empty.
            month    | May        | May is not a month for the column &quot;Month&quot;; write it like 2026-05.
            month    | 2026-13    | 2026-13 is not a month
            channel  | RADIO      | RADIO is not a channel for the column &quot;Channel&quot;; there are SITE, LIST
            amount   | ''         | The column &quot;Amount&quot; is empty.
            amount   | -1         | -1 is not an amount for the column &quot;Amount&quot;
            amount   | 1,234      | 1,234 is not an amount
            amount   | much       | much is not an amount
            amount   | 1e30       | 1e30 is not an amount
            currency | XXQ        | XXQ is not a currency
            """)
    void whatIsWrongIsToldByItsColumnAndStaysInTheForm(String field, String value, String sentence) {
        var page = enter(field, value);
        assertThat(page.text()).contains(sentence);
        if (!field.equals("channel")) {
            assertThat(page.text()).contains("value=\"Fair\"").contains("value=\"" + value + "\"");
        }
        assertThat(entries()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12                | 12.00
            12,5              | 12.50
            1 234,56          | 1234.56
            1.234.567         | 1234567.00
            1,234.50          | 1234.50
            0,125             | 0.13
            0                 | 0.00
            """)
    void amountsAreReadAsPeopleWriteThem(String written, String amount) {
        enter("amount", written);
        assertThat(entries()).contains(" " + amount + " ");
    }

    @Test
    void aFileIsTakenAsAWholeOrNotAtAll() {
        String good = HEAD + "2026-04;LIST;;500;EUR\n04.2026;Выставка;\"Fair; Köln\";1000;\n";
        assertThat(marketer.uploads(PAGE, PAGE + "/file", good).text()).contains("The file is in: 2 entries.");
        assertThat(entries())
                .isEqualTo(
                        "2026-04-01 LIST  500.00 EUR marketer\n2026-04-01 TRADE_SHOW Fair; Köln 1000.00 EUR marketer");
        var page = marketer.uploads(
                PAGE,
                PAGE + "/file",
                HEAD + "2026-03;LIST;;1;EUR\n2026-03;LIST;;2;EUR\n\nx;LIST;;1;EUR\n2026-03;LIST;;1;EUR;more\n");
        assertThat(page.text())
                .contains("Nothing was taken: 3 rows are wrong, 1 are good.")
                .contains("Line 3: This month, channel and campaign stand in the file twice")
                .contains("Line 5: x is not a month for the column &quot;Month&quot;")
                .contains("Line 6: This line has 6 cells, but there are 5 columns");
        assertThat(entries()).doesNotContain("2026-03");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                       | is empty
            month;amount             | The column &quot;Channel&quot; is missing
            month;channel;amount;who | The column &quot;who&quot; is not known
            month;channel;amount     | has no rows below its column names
            %PDF-1.7                 | is a PDF
            """)
    void aFileThatIsNoneIsRefusedInWords(String file, String sentence) {
        assertThat(marketer.uploads(PAGE, PAGE + "/file", file).text()).contains(sentence);
    }

    @Test
    void ourOwnFileComesBackAndRunsNoFormula() {
        enter("campaign", "=HYPERLINK(1)");
        String before = entries();
        String file =
                browser.withBasicAuth("marketer", "marketer").getForObject("/api/spend/entries.csv", String.class);
        assertThat(file).contains("2026-05,TRADE_SHOW,'=HYPERLINK(1),100.00,EUR");
        assertThat(marketer.uploads(PAGE, PAGE + "/file", file).text()).contains("The file is in: 1 entries.");
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void theCostOfAnOpportunityAndOfAnAcceptedLeadIsTold() {
        found("Spring Fair", "ACCEPTED");
        found("Spring Fair", null);
        found("Spring Fair", "DUPLICATE");
        found("Other Fair", "DROPPED");
        enter("month", "2011-02", "campaign", "Spring Fair", "amount", "300");
        enter("month", "2011-02", "campaign", "", "amount", "90");
        String costs = browser.withBasicAuth("head", "head").getForObject("/api/spend?since=2011-02", String.class);
        assertThat(costs)
                .contains("{\"month\":\"2011-02\",\"channel\":\"TRADE_SHOW\",\"campaign\":null,\"opportunities\":3,"
                        + "\"accepted\":1,\"costs\":[{\"currency\":\"EUR\",\"amount\":390.00,\"perOpportunity\":130.00,"
                        + "\"perAccepted\":390.00}]}")
                .contains("\"campaign\":\"Spring Fair\",\"opportunities\":2,\"accepted\":1,\"costs\":[{\"currency\":"
                        + "\"EUR\",\"amount\":300.00,\"perOpportunity\":150.00,\"perAccepted\":300.00}]}")
                .contains("\"campaign\":\"Other Fair\",\"opportunities\":1,\"accepted\":0,\"costs\":[]");
        assertThat(marketer.opens(PAGE + "?since=2011-02").text())
                .contains("130.00 EUR")
                .contains("Spring Fair");
        jdbc.sql("delete from opportunity where extract(year from found) = 2011")
                .update();
    }

    @Test
    void aForeignSiteCannotWriteAnEntry() {
        assertThat(marketer.sends(PAGE + "/entry", fields()).status()).isEqualTo(403);
        assertThat(entries()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"head, 200", "admin, 200", "caller, 403", "manager, 403", "accountant, 403"})
    void onlyWhoAnswersForTheChannelsSeesTheirCost(String user, int status) {
        assertThat(new Visitor(port).loggedInAs(user).opens(PAGE).status()).isEqualTo(status);
    }

    @Test
    void thePageSpeaksRussian() {
        enter("amount", "100");
        assertThat(new Visitor(port)
                        .speaking("ru")
                        .loggedInAs("marketer")
                        .opens(PAGE)
                        .text())
                .contains("Расходы по каналам")
                .contains("Выставка");
    }

    private void found(String campaign, String result) {
        String number = opportunities.add(companies.named("Cost " + campaign), "TRADE_SHOW", campaign);
        jdbc.sql("update opportunity set found = ?, lead_result = ? where number = ?")
                .params(OffsetDateTime.parse("2011-02-28T23:30:00+01:00"), result, number)
                .update();
    }

    private Visitor.Page enter(String... pairs) {
        Map<String, String> fields = fields();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(pairs[i], pairs[i + 1]);
        }
        return marketer.submits(PAGE, PAGE + "/entry", fields);
    }

    private static Map<String, String> fields() {
        return new HashMap<>(Map.of(
                "month", "2026-05", "channel", "TRADE_SHOW", "campaign", "Fair", "amount", "100", "currency", ""));
    }

    private String entries() {
        return String.join(
                "\n",
                jdbc.sql("select month_begin, channel, campaign, amount, currency, written_by from channel_spend"
                                + " order by month_begin, channel")
                        .query((row, n) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3) + " "
                                + row.getString(4) + " " + row.getString(5) + " " + row.getString(6))
                        .list());
    }
}
