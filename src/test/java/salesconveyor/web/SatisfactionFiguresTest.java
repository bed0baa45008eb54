package salesconveyor.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.ConveyorTest;
import salesconveyor.service.MeasuringSatisfaction;
import salesconveyor.service.Satisfaction.Part;

/** How satisfied clients are, by period, product, manager and channel: the figures, the endpoint, and the page. */
@ConveyorTest
class SatisfactionFiguresTest {
    private static final LocalDate FIRST = LocalDate.parse("2019-03-01");
    private static final LocalDate LAST = LocalDate.parse("2019-04-30");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MeasuringSatisfaction measuring;

    /** Asked on the first and last minute of the days that are asked for, and just outside of them. */
    @BeforeEach
    void questions() {
        asked(1, "2019-03-01T00:00:00+01:00", 10, "ann", "LIST", "NPS-A", "NPS-B");
        asked(2, "2019-03-20T12:00:00+01:00", 9, "ann", "LIST", "NPS-A");
        asked(3, "2019-03-31T12:00:00+02:00", 7, "ann", "SITE", "NPS-B");
        asked(4, "2019-04-02T12:00:00+02:00", 2, "bob", "SITE", "NPS-A", "NPS-B");
        asked(5, "2019-04-30T23:59:59+02:00", null, "bob", null, "NPS-B");
        asked(6, "2019-02-28T23:59:59+01:00", 0, "bob", "LIST", "NPS-A");
        asked(7, "2019-05-01T00:00:00+02:00", 0, "bob", "LIST", "NPS-A");
    }

    @AfterEach
    void forget() {
        jdbc.sql("delete from survey where order_number like 'O-NPS-%'").update();
        jdbc.sql("delete from opportunity where number like 'L-NPS-%'").update();
        jdbc.sql("delete from purchase_order where number like 'O-NPS-%'").update();
        jdbc.sql("delete from proposal_line where sku like 'NPS-%'").update();
        jdbc.sql("delete from proposal where opportunity_number like 'L-NPS-%'").update();
        jdbc.sql("delete from product where sku like 'NPS-%'").update();
        jdbc.sql("delete from company where number = 'C-NPS'").update();
    }

    @Test
    void theFiguresAreToldByPeriodProductManagerAndChannel() {
        var figures = measuring.of(FIRST, LAST);
        assertThat(figures.all().asked()).isEqualTo(5);
        assertThat(figures.all().answered()).isEqualTo(4);
        assertThat(figures.all().nps()).as("(2 - 1) / 4").isEqualByComparingTo("25");
        assertThat(figures.all().csat()).as("10 and 9 of four").isEqualByComparingTo("50");
        assertThat(figures.all().responseRate()).isEqualByComparingTo("80");
        assertThat(figures.months())
                .extracting(Part::key, this::nps, this::asked)
                .containsExactly(tuple("2019-03", "66.7", 3), tuple("2019-04", "-100.0", 2));
        assertThat(figures.products())
                .extracting(Part::key, Part::name, this::nps, this::asked)
                .containsExactly(tuple("NPS-A", "Tape", "33.3", 3), tuple("NPS-B", "Film", "0.0", 4));
        assertThat(figures.managers())
                .extracting(Part::key, this::nps, this::asked)
                .containsExactly(tuple("ann", "66.7", 3), tuple("bob", "-100.0", 2));
        assertThat(figures.channels())
                .extracting(Part::key, Part::name, this::nps, this::asked)
                .containsExactly(
                        tuple("LIST", "List", "100.0", 2),
                        tuple("SITE", "Inquiry on the site", "-50.0", 2),
                        tuple(null, null, "null", 1));
    }

    @Test
    void theEndpointTellsTheSameAsJson() {
        String json = new Visitor(port)
                .loggedInAs("accountManager")
                .opens("/api/satisfaction?from=2019-03-01&to=2019-04-30")
                .text();
        assertThat(json)
                .contains("\"nps\":25.0")
                .contains("\"responseRate\":80.0")
                .contains("\"sample\":\"SMALL\"")
                .contains("\"satisfiedFrom\":8")
                .contains("\"key\":\"2019-03\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/satisfaction?from=soon                           | is no day",
                "/api/satisfaction?from=2019-05-01&to=2019-04-01       | lies after the last day",
                "/pages/satisfaction?from=2019-05-01&to=2019-04-01     | lies after the last day"
            })
    void daysThatAreNoneAreToldInASentence(String path, String sentence) {
        assertThat(new Visitor(port).loggedInAs("head").opens(path).text()).contains(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | How satisfied clients are  | Fewer than 30 answers | 66.7  | Inquiry on the site | not known",
                "ru | Насколько довольны клиенты | Меньше 30 ответов     | 66,7  | сайт                | неизвестно"
            })
    void thePageSaysItInTheLanguageOfTheReader(
            String language, String title, String small, String number, String channel, String unknown) {
        var page = new Visitor(port)
                .speaking(language)
                .loggedInAs("head")
                .opens("/pages/satisfaction?from=2019-03-01&to=2019-04-30");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains(title, small, number, channel, unknown, "Tape");
        assertThat(new Visitor(port)
                        .speaking(language)
                        .loggedInAs("head")
                        .opens("/pages/satisfaction?from=2018-03-01&to=2018-04-30")
                        .text())
                .contains(language.equals("en") ? "nobody was asked" : "никого не спрашивали");
    }

    private String nps(Part part) {
        return String.valueOf(part.rating().nps());
    }

    private int asked(Part part) {
        return part.rating().asked();
    }

    private void asked(
            int number,
            String sent,
            @Nullable Integer score,
            String manager,
            @Nullable String channel,
            String... products) {
        String order = "O-NPS-" + number;
        String opportunity = "L-NPS-" + number;
        OffsetDateTime day = OffsetDateTime.parse(sent);
        jdbc.sql(
                        "insert into company (number, name, name_key) select 'C-NPS', 'C-NPS', 'c-nps' from one_row where not exists"
                                + " (select 1 from company where number = 'C-NPS')")
                .update();
        if (channel != null) {
            jdbc.sql(
                            "insert into opportunity (number, company_number, channel, found, owner) values (?, 'C-NPS', ?, ?, ?)")
                    .params(opportunity, channel, day, manager)
                    .update();
        }
        jdbc.sql(
                        "insert into proposal (opportunity_number, company_number, version, written) values (?, 'C-NPS', 1, ?)")
                .params(opportunity, day)
                .update();
        long proposal = jdbc.sql("select id from proposal where opportunity_number = ?")
                .param(opportunity)
                .query(Long.class)
                .single();
        for (int line = 0; line < products.length; line++) {
            String name = products[line].equals("NPS-A") ? "Tape" : "Film";
            jdbc.sql(
                            "insert into product (sku, name, unit, price, cost, vat_rate, active) select ?, ?, 'pcs', 2, 1, 19, false"
                                    + " from one_row where not exists (select 1 from product where sku = ?)")
                    .params(products[line], name, products[line])
                    .update();
            jdbc.sql("insert into proposal_line (proposal, line, sku, name, unit, quantity, price, cost, vat_rate,"
                            + " discount_percent, net) values (?, ?, ?, ?, 'pcs', 1, 2, 1, 19, 0, ?)")
                    .params(proposal, line + 1, products[line], name, new BigDecimal("2.00"))
                    .update();
        }
        jdbc.sql(
                        "insert into purchase_order (number, opportunity_number, company_number, proposal, ordered) values (?, ?, 'C-NPS', ?, ?)")
                .params(order, opportunity, proposal, day)
                .update();
        jdbc.sql(
                        "insert into survey (token, opportunity_number, order_number, company_number, sent, score, answered, manager)"
                                + " values (?, ?, ?, 'C-NPS', ?, ?, ?, ?)")
                .params(
                        order,
                        opportunity,
                        order,
                        day,
                        score,
                        score == null ? null : day,
                        channel == null ? manager : null)
                .update();
    }
}
