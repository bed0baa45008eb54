package salesconveyor.line.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import salesconveyor.ConveyorTest;
import salesconveyor.companies.Companies;

/** Six cases of May 1982, one of April and one double: how far they came, by hand. */
@ConveyorTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FunnelsTest {
    @Autowired
    Funnels funnels;

    @Autowired
    EndedCases ended;

    @Autowired
    Companies companies;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    private RecordedHistory history;
    private Period may;

    @BeforeAll
    void record() {
        history = new RecordedHistory(jdbc, "1982-05");
        may = history.period("01 00:00", "31 00:00");
        String company = companies.add("Trichter & 100%_Söhne");
        for (int i = 1; i <= 5; i++) {
            history.found("L-1982-00000" + i, company, i < 4 ? "LIST" : "SITE", "02 00:00", null, null);
        }
        // Nobody was reached in 1. 2 answered Dora's script. 3 answered Emil's and was handed to a manager, who sent it
        // back.
        call("L-1982-000001", "coldScript", "NO_ANSWER");
        call("L-1982-000002", "coldScript", "ANSWERED");
        call("L-1982-000003", "warmScript", "ANSWERED");
        work("L-1982-000001", "callCompany", "callers", "dora", "NO_ANSWER");
        work("L-1982-000002", "callCompany", "callers", "dora", "ANSWERED");
        work("L-1982-000003", "callCompany", "callers", "emil", "ANSWERED");
        work("L-1982-000003", "acceptLead", "managers", "fritz", "RETURN");
        // 4 was accepted without a call that answered; 5 was served.
        work("L-1982-000004", "acceptLead", "managers", "fritz", "ACCEPT");
        history.found("L-1982-000006", company, "SITE", "03 00:00", "SERVED", "20 12:00");
        history.found("L-1982-000007", company, "REPEAT", "04 00:00", "SERVED", "21 12:00");
        history.found("L-1982-000008", company, "LIST", "05 00:00", "DUPLICATE", "05 00:00");
        history.found("L-1982-000009", company, "LIST", "31 00:00", null, null);
    }

    @AfterAll
    void tidy() {
        jdbc.sql("delete from call_attempt where opportunity_number like 'L-1982-%'")
                .update();
        jdbc.sql("delete from work where case_number like 'L-1982-%'").update();
        jdbc.sql("delete from opportunity where number like 'L-1982-%'").update();
    }

    private void call(String number, String script, String outcome) {
        jdbc.sql("insert into call_attempt (opportunity_number, called, outcome, script) values (?, ?, ?, ?)")
                .params(number, history.at("03 00:00"), outcome, script)
                .update();
    }

    private void work(String number, String station, String role, String worker, String outcome) {
        history.task(
                "acquireClient", station, role, worker, number, "03 00:00", null, "03 01:00", "03 02:00", outcome, 0);
    }

    /** In one transaction both are asked of one connection of the database, which may remember an answer. */
    @Test
    void eachPeriodHasItsOwnAnswer() {
        Period week = history.period("01 00:00", "03 00:00");
        List<Long> found = new TransactionTemplate(transactions).execute(status -> Stream.of(may, week, may)
                .map(period -> funnels.of(period, Funnels.By.ALL, Locale.ENGLISH)
                        .get(0)
                        .found())
                .toList());
        assertThat(found).containsExactly(6L, 5L, 6L);
    }

    private List<String> rows(Funnels.By by) {
        return funnels.of(may, by, Locale.ENGLISH).stream()
                .map(row -> (row.person() == null ? "" : row.person() + " ") + row.title() + ": " + row.found() + " "
                        + row.reached() + " " + row.passed() + " " + row.accepted() + " " + row.proposed() + " "
                        + row.won() + " " + row.served())
                .toList();
    }

    @Test
    void allCasesOfTheCohortWithoutRepeatOrdersAndDoubles() {
        assertThat(rows(Funnels.By.ALL)).containsExactly("All without repeat orders: 6 4 3 2 1 1 1");
    }

    @Test
    void byChannelWithTheRepeatOrdersInTheirOwnRow() {
        assertThat(rows(Funnels.By.CHANNEL))
                .containsExactly(
                        "List: 3 2 1 0 0 0 0", "Inquiry on the site: 3 2 2 2 1 1 1", "Repeat order: 1 1 1 1 1 1 1");
    }

    @Test
    void byScriptRoleAndPerson() {
        assertThat(rows(Funnels.By.SCRIPT)).containsExactly("coldScript: 2 1 0 0 0 0 0", "warmScript: 1 1 1 0 0 0 0");
        assertThat(rows(Funnels.By.ROLE)).containsExactly("Callers: 3 2 1 0 0 0 0", "Managers: 2 2 2 1 0 0 0");
        assertThat(rows(Funnels.By.PERSON))
                .containsExactly(
                        "dora Callers: 2 1 0 0 0 0 0", "emil Callers: 1 1 1 0 0 0 0", "fritz Managers: 2 2 2 1 0 0 0");
    }

    @Test
    void endedCasesAreFoundByCompanyNumberAndOutcome() {
        assertThat(found("trichter", "")).containsExactly("L-1982-000007", "L-1982-000006", "L-1982-000008");
        assertThat(found("100%_s", "SERVED")).containsExactly("L-1982-000007", "L-1982-000006");
        assertThat(found("l-1982-000006", "")).containsExactly("L-1982-000006");
        assertThat(found("trichter", "LOST")).isEmpty();
        assertThat(found("tr%chter", "")).isEmpty();
        assertThat(ended.outcomes()).contains("SERVED", "DUPLICATE");
    }

    private List<String> found(String text, String outcome) {
        return ended.find(text, outcome, true).cases().stream()
                .map(EndedCases.Ended::number)
                .toList();
    }
}
