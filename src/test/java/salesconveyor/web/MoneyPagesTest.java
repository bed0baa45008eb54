package salesconveyor.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
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
import salesconveyor.people.Role;

/** The pages of the money as heads and everybody else open and fill them in. */
@ConveyorTest
class MoneyPagesTest {
    private static final String RATES = "/pages/rates";
    private static final String TERMS = "/pages/pay/terms";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    TestRestTemplate browser;

    private Visitor head;

    @BeforeEach
    void login() {
        for (String table : new String[] {"cost_rate", "delegation_assumption", "pay_agreement", "person_shift"}) {
            jdbc.sql("delete from " + table).update();
        }
        head = new Visitor(port).loggedInAs("head");
    }

    @ParameterizedTest
    @CsvSource({
        "/pages/money, The money, Деньги",
        "/pages/money?months=1, Operations, Операции",
        "/pages/money?months=77, How it is reckoned, Как это посчитано",
        "/pages/what-if, What if, Что",
        "/pages/rates, Cost of an hour, Стоимость часа",
        "/pages/rates?station=prepareProposal, Who would do it, Кто бы это делал",
        "/pages/pay, Pay of head, Оплата: head",
        "/pages/pay?month=2026-02, There is no agreement, условий оплаты нет",
        "/pages/pay/terms, Shifts, Смены"
    })
    void eachPageSpeaksBothLanguages(String page, String english, String russian) {
        assertThat(head.opens(page).text()).contains(english).doesNotContain("??");
        var speaking = new Visitor(port).speaking("ru").loggedInAs("head");
        assertThat(speaking.opens(page).text()).contains(russian);
    }

    @Test
    void whatIsRecordedIsToldWithTheVerdictFirst() {
        OffsetDateTime ended = OffsetDateTime.now(clock).minusHours(1);
        for (int i = 0; i < 3; i++) {
            jdbc.sql(
                            "insert into work (task, station, process, role, case_number, priority, offered, claimed, worker, ended,"
                                    + " completed, outcome) values (?, 'prepareProposal', 'sellToClient', 'assistants', ?, 50, ?, ?,"
                                    + " 'manager', ?, true, 'READY')")
                    .params("money-page-" + i, "MP-" + i, ended.minusHours(2), ended.minusHours(1), ended)
                    .update();
        }
        for (Role role : Role.values()) {
            enterRate(Map.of("subject", role.group(), "amount", role == Role.MANAGERS ? "40" : "20"));
        }
        try {
            assertThat(head.opens("/pages/money").text())
                    .containsPattern("<h1[^>]*>(Leave|Move|Perhaps move) &quot;[^<]* in the first month[,;] ")
                    .contains("Prepare proposal", "Assistants")
                    .contains("times a month that managers do it")
                    .contains("Managers");
            // One rate of somebody else is missing: the verdict stands.
            jdbc.sql(
                            "update work set role = 'shippers', worker = 'shipper', station = 'shipOrder' where task = 'money-page-2'")
                    .update();
            jdbc.sql("update cost_rate set valid_from = '2999-01-01' where subject = 'shippers'")
                    .update();
            assertThat(head.opens("/pages/money").text())
                    .containsPattern("<h1[^>]*>(Leave|Move|Perhaps move) &quot;")
                    .containsPattern("is missing for [^<]*Shippers \\(before Jan 1, 2999\\)");
            jdbc.sql("update cost_rate set valid_from = '2026-01-01'").update();
            assertThat(head.opens("/pages/what-if").text())
                    .contains("With the staff there is, at work in all its hours, a task would wait")
                    .contains("Cases done");
            assertThat(head.opens("/pages/what-if?people0=2&paid0=assistants&from0=09:00&until0=18:00"
                                    + String.join(
                                            "",
                                            Arrays.stream(Role.values())
                                                    .map(role -> "&does0=" + role.group())
                                                    .toList()))
                            .text())
                    .contains("With the tried staff a task waits");
        } finally {
            jdbc.sql("delete from work where task like 'money-page-%'").update();
        }
    }

    @Test
    void aRateIsEnteredReplacedAndDeleted() {
        assertThat(enterRate(Map.of()).text()).contains("It is written down.").contains("41.50 EUR");
        enterRate(Map.of("amount", "42"));
        assertThat(jdbc.sql("select amount from cost_rate").query(String.class).list())
                .containsExactly("42.00");
        enterRate(Map.of("kind", "STAGE", "subject", "acquireClient", "amount", "300"));
        String id = jdbc.sql("select id from cost_rate where kind = 'STAGE'")
                .query(String.class)
                .single();
        assertThat(head.submits(RATES, RATES + "/delete", Map.of("id", id)).text())
                .contains("The entry is deleted.");
        assertThat(head.submits(RATES, RATES + "/delete", Map.of("id", id)).text())
                .contains("deleted already");
        assertThat(jdbc.sql("select count(*) from cost_rate")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            amount    | ''         | Please fill in &quot;Amount&quot;.
            amount    | -1         | &quot;-1&quot; is no number for &quot;Amount&quot;
            amount    | 1e9        | is no number
            amount    | 99999999   | is no number
            amount    | 1,234      | is no number
            amount    | 1,234.50   | is no number
            subject   | pirates    | is not in the list
            subject   | ''         | Please fill in &quot;Role or stage&quot;.
            currency  | XXQ        | XXQ is not a currency
            validFrom | 31.12.2026 | is no day
            validFrom | 0001-01-01 | is no day
            """)
    void aWrongRateIsToldAndNotKept(String field, String value, String sentence) {
        assertThat(enterRate(Map.of(field, value)).text()).contains(sentence);
        assertThat(jdbc.sql("select count(*) from cost_rate")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void anAssumptionIsKeptForOneOperationOrForAll() {
        assertThat(assume(Map.of("station", "prepareProposal", "helper", "callers", "helperMinutes", "55,5"))
                        .text())
                .contains("It is written down.")
                .contains("value=\"55.50\"");
        assume(Map.of("station", "", "hourMargin", "80"));
        assertThat(jdbc.sql("select station || ' ' || coalesce(helper, '') from delegation_assumption order by station")
                        .query(String.class)
                        .list())
                .containsExactly(" ", "prepareProposal callers");
        assertThat(assume(Map.of("station", "negotiateDeal")).text()).contains("is not in the list");
        assertThat(assume(Map.of("station", "prepareProposal", "helper", "pirates"))
                        .text())
                .contains("is not in the list");
        assertThat(assume(Map.of("station", "", "reworkPercent", "101")).text()).contains("must not be more than 100");
    }

    @Test
    void anAgreementIsMadeEndedAndDeleted() {
        assertThat(agree(Map.of()).text()).contains("It is written down.").contains("Lead that the manager accepted");
        assertThat(agree(Map.of()).text()).contains("has such an agreement from 2026-01-01 on already");
        String id = jdbc.sql("select id from pay_agreement").query(String.class).single();
        assertThat(head.submits(TERMS, TERMS + "/end", Map.of("id", id, "lastDay", "2025-12-31"))
                        .text())
                .contains("nothing was changed");
        assertThat(head.submits(TERMS, TERMS + "/end", Map.of("id", id, "lastDay", "2026-03-31"))
                        .text())
                .contains("The agreement ends on Mar 31, 2026.");
        assertThat(head.submits(TERMS, TERMS + "/end", Map.of("id", id, "lastDay", "soon"))
                        .text())
                .contains("is no day");
        assertThat(head.submits(TERMS, TERMS + "/delete", Map.of("id", id)).text())
                .contains("The entry is deleted.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            person        | nobody  | is not in the list
            basis         | BEERS   | is not in the list
            amount        | much    | is no number
            returnedTakes | 1000    | must not be more than 100
            validUntil    | 2025-01-01 | The last day is before the first day
            """)
    void aWrongAgreementIsToldAndNotKept(String field, String value, String sentence) {
        assertThat(agree(Map.of(field, value)).text()).contains(sentence);
        assertThat(jdbc.sql("select count(*) from pay_agreement")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aShiftIsEnteredAndShownToItsPerson() {
        assertThat(shift(Map.of()).text()).contains("It is written down.");
        assertThat(shift(Map.of()).text()).contains("works from 18:00 to 22:00 on that weekday already");
        assertThat(shift(Map.of("starts", "late")).text()).contains("is no time");
        assertThat(shift(Map.of("weekday", "SOMEDAY")).text()).contains("is not in the list");
        assertThat(new Visitor(port)
                        .loggedInAs("researcher")
                        .opens("/pages/pay")
                        .text())
                .contains("Monday")
                .contains("18:00 – 22:00")
                .containsPattern("from [^<]*2026 on<")
                .doesNotContain("/pages/rates")
                .doesNotContain("File for the payroll");
        String id = jdbc.sql("select id from person_shift").query(String.class).single();
        assertThat(head.submits(TERMS, TERMS + "/shift-end", Map.of("id", id, "lastDay", "2026-12-24"))
                        .text())
                .contains("The last day of the shift is Dec");
        assertThat(new Visitor(port)
                        .loggedInAs("researcher")
                        .opens("/pages/pay")
                        .text())
                .containsPattern("from [^<]*2026 to Dec[^<]*24, 2026<");
        assertThat(head.submits(TERMS, TERMS + "/shift-end", Map.of("id", id, "lastDay", "2000-01-01"))
                        .text())
                .contains("It begins after that day");
        assertThat(head.submits(TERMS, TERMS + "/shift-delete", Map.of("id", id))
                        .text())
                .contains("The entry is deleted.");
    }

    @ParameterizedTest
    @CsvSource({
        "caller, '', 200",
        "caller, caller, 200",
        "caller, manager, 403",
        "head, caller, 200",
        "admin, caller, 200"
    })
    void theOwnPayIsSeenAndThatOfOthersByHeadsAlone(String login, String person, int status) {
        assertThat(new Visitor(port)
                        .loggedInAs(login)
                        .opens("/pages/pay?person=" + person)
                        .status())
                .isEqualTo(status);
    }

    @Test
    void theFileForThePayrollRunsNoFormula() {
        jdbc.sql(
                        "insert into pay_agreement (person, basis, amount, currency, returned_takes, valid_from, written) values"
                                + " ('=HYPERLINK(1)', 'TASK_HOUR', 10, 'EUR', 1, '2026-01-01', current_timestamp)")
                .update();
        String file = browser.withBasicAuth("head", "head").getForObject("/api/pay.csv?month=2026-02", String.class);
        assertThat(file)
                .contains("Login,Month,Paid by")
                .contains(
                        "'=HYPERLINK(1),2026-02,Hour at tasks,2026-02-01,2026-02-28,0.00,0,0.00,10.00,0.00,EUR,0,0.00");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            people0=x&paid0=callers&from0=09:00&until0=18:00         | is no number of people
            people0=201&paid0=callers&from0=09:00&until0=18:00       | is no number of people
            people0=1&paid0=pirates&from0=09:00&until0=18:00         | this role does not exist
            people0=1&paid0=callers&from0=9&until0=18:00             | is no time
            people0=1&paid0=callers&from0=18:00&until0=09:00         | the end of work must be after its beginning
            people0=0                                                | Please enter people in at least one row.
            people0=1&paid0=callers&from0=09:00&until0=18:00&does0=x | this role does not exist
            """)
    void wrongStaffIsTold(String query, String sentence) {
        assertThat(head.opens("/pages/what-if?" + query.strip()).text()).contains(sentence);
    }

    @Test
    void whatWasTypedStaysThoughSomethingInItIsWrong() {
        String query = "people0=3&paid0=callers&from0=10:35&until0=18:00&does0=callers"
                + "&people1=0&paid1=shippers&from1=09:00&until1=08:59";
        assertThat(head.opens("/pages/what-if?months=1&" + query.replace("until0=18:00", "until0=08:00"))
                        .text())
                .contains("the end of work must be after its beginning")
                .contains("value=\"3\"", "value=\"10:35\"", "value=\"08:00\"", "value=\"08:59\"");
    }

    private Visitor.Page enterRate(Map<String, String> other) {
        return enter(
                RATES,
                "/rate",
                other,
                Map.of(
                        "kind",
                        "ROLE",
                        "subject",
                        "managers",
                        "amount",
                        "41,5",
                        "currency",
                        "",
                        "validFrom",
                        "2026-01-01"));
    }

    private Visitor.Page assume(Map<String, String> fields) {
        return enter(RATES, "/assumption", fields, Map.of());
    }

    private Visitor.Page agree(Map<String, String> other) {
        return enter(
                TERMS,
                "/agreement",
                other,
                Map.of(
                        "person",
                        "caller",
                        "basis",
                        "LEAD",
                        "amount",
                        "12",
                        "returnedTakes",
                        "",
                        "validFrom",
                        "2026-01-01"));
    }

    private Visitor.Page shift(Map<String, String> other) {
        return enter(
                TERMS,
                "/shift",
                other,
                Map.of(
                        "person",
                        "researcher",
                        "weekday",
                        "MONDAY",
                        "starts",
                        "18:00",
                        "ends",
                        "22:00",
                        "validFrom",
                        "2026-01-01"));
    }

    private Visitor.Page enter(String page, String action, Map<String, String> other, Map<String, String> usual) {
        Map<String, String> fields = new HashMap<>(usual);
        fields.putAll(other);
        return head.submits(page, page + action, fields);
    }
}
