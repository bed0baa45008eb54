package salesconveyor.acquisition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.Answers;
import salesconveyor.ConveyorTest;
import salesconveyor.companies.Companies;
import salesconveyor.companies.SuppressionList;
import salesconveyor.engine.Identities;
import salesconveyor.engine.Nudges;

/** Every path of a list, from the file to the researchers' tasks. */
@ConveyorTest
class ImportLeadsTest {
    private static final AtomicInteger LAST = new AtomicInteger();

    @Autowired
    FormService forms;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    HistoryService history;

    @Autowired
    Identities identities;

    @Autowired
    Nudges nudges;

    @Autowired
    Companies companies;

    @Autowired
    SuppressionList suppressions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestRestTemplate browser;

    private final String mark = "Lot" + LAST.incrementAndGet();
    private ProcessInstance list;

    @AfterEach
    void tidy() {
        identities.actAsNobody();
        for (String process : List.of("importLeads", "salesConveyor")) {
            runtime.createProcessInstanceQuery()
                    .processDefinitionKey(process)
                    .list()
                    .forEach(left -> runtime.deleteProcessInstance(left.getId(), "test"));
        }
    }

    @Test
    void aListBecomesOpportunities() {
        hand("Company,Phone,Contact,Note\n%s Acme,030 9018821,Anna,Met in May\n%s Beta,,,\n");
        assertThat(list.getBusinessKey()).matches("LIST-\\d{4}-\\d{6}");
        read();
        assertThat(review().getAssignee()).isEqualTo("marketer");
        assertThat(counts()).isEqualTo(Map.of("NEW", 2));
        decide("START");
        runJob();
        assertEnded("EndEvent_ListStarted", "STARTED");
        String opportunity = opportunity(mark + " Acme");
        var research = tasks.createTaskQuery()
                .processInstanceBusinessKey(opportunity)
                .taskDefinitionKey("researchCompany")
                .singleResult();
        assertThat(tasks.getVariable(research.getId(), "cardFacts").toString())
                .contains("Anna")
                .contains("Met in May");
        assertThat(jdbc.sql("select source || ' ' || author from company_fact where fact = 'Anna' and company_number ="
                                + " (select company_number from opportunity where number = ?)")
                        .param(opportunity)
                        .query(String.class)
                        .single())
                .isEqualTo(list.getBusinessKey() + ": bought at a fair price marketer");
        assertThat(runtime.getVariables(list(opportunity).getId())).doesNotContainKey("callScript");
    }

    @Test
    void aTradeShowAndACallScriptTravelWithTheCase() {
        hand(
                "Firma;Stadt;Notiz\n%s Messe;Köln;Wants blue boxes\n",
                "listChannel", "TRADE_SHOW", "showName", "Fair 2026", "listScript", "callCompany");
        read();
        decide("START");
        runJob();
        String opportunity = opportunity(mark + " Messe");
        assertThat(runtime.getVariable(list(opportunity).getId(), "callScript")).isEqualTo("callCompany");
        assertThat(jdbc.sql("select channel || ' ' || campaign from opportunity where number = ?")
                        .param(opportunity)
                        .query(String.class)
                        .single())
                .isEqualTo("TRADE_SHOW Fair 2026");
        var research = tasks.createTaskQuery()
                .processInstanceBusinessKey(opportunity)
                .taskDefinitionKey("researchCompany")
                .singleResult();
        assertThat(tasks.getVariable(research.getId(), "cardFacts").toString())
                .as("the show, then what was noted at its stand")
                .startsWith("• Trade show: Fair 2026\n• Wants blue boxes");
    }

    @Test
    void eachRowIsToldWhatBecomesOfIt() {
        String known = companies.add(mark + " Known");
        suppressions.add(companies.add(mark + " Quiet"), "asked us");
        hand("Company,City,E-mail,INN\n"
                + "%s New,Bonn,nobody,\n"
                + "%s NEW GmbH,bonn,,\n"
                + "%s Known,Bonn,,\n"
                + "%s Quiet,,,\n"
                + ",Bonn,,\n"
                + "\n"
                + "%s Tax,Bonn,,DE12\n"
                + "%s Shifted,Bonn,,,too,many\n"
                + "\"%s Open,Bonn,,\n"
                + "%s Last,Bonn,,\n"
                + "%s Long,".concat("x".repeat(100_001)).concat(",,\n"));
        read();
        assertThat(counts()).isEqualTo(Map.of("NEW", 2, "DUPLICATE", 2, "SUPPRESSED", 1, "WRONG", 5, "IGNORED", 1));
        assertThat(reasons())
                .containsExactly(
                        "2 E-mail Left out: nobody is not a valid e-mail address; write it like anna@example.com.",
                        "3 - The same company as in line 2; recognised by: Name and city.",
                        "4 - Known already as %s %s Known; recognised by: Name and city.".formatted(known, mark),
                        "5 - %s %s Quiet does not want to be contacted; recognised by: Name and city."
                                .formatted(companies.named(mark + " Quiet"), mark),
                        "6 Company There is no company name.",
                        "7 - An empty line.",
                        "8 INN DE12 is not a valid tax number; write a VAT id like DE123456788 or an INN.",
                        "9 INN This line has 6 cells, but there are 4 columns; is there a delimiter inside a text?",
                        "10 Company A quotation mark in this line is not closed.",
                        "11 - -",
                        "12 - This line has more than 100,000 characters.");
        decide("START");
        runJob();
        assertThat(companies.get(companyOf(opportunity(mark + " New"))).email()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, ','", "windows-1251, ;"})
    void aSecondImportOfTheSameFileStartsNothing(String charset, String delimiter) {
        String file = "Компания,Телефон,Город\n%1$s Ромашка,+7 495 123-%2$04d,Москва\n%1$s Лютик,,Тверь\nбез города,,\n"
                .formatted(mark, LAST.get())
                .replace(",", delimiter)
                .replace("без города", "ООО " + mark);
        hand(file.getBytes(Charset.forName(charset)));
        read();
        assertThat(counts()).isEqualTo(Map.of("NEW", 3));
        decide("START");
        runJob();
        // Even when somebody corrected the card meanwhile.
        String company = companyOf(opportunity("ООО " + mark));
        jdbc.sql("update company set name_key = 'renamed' where number = ?")
                .param(company)
                .update();
        hand(file.getBytes(Charset.forName(charset)));
        read();
        assertThat(counts()).isEqualTo(Map.of("DUPLICATE", 3));
        assertThat(reasons())
                .anyMatch(reason -> reason.endsWith("The same row was imported before, as " + company + "."));
        assertThatThrownBy(() -> decide("START")).hasMessageContaining("no new company");
        decide("DISCARD");
        assertEnded("EndEvent_ListDiscarded", "DISCARDED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"datablist-leads-100.csv", "datablist-organizations-100.csv"})
    void aRealListThatIsImportedTwiceStartsOnce(String sample) throws IOException {
        Path file = Path.of(System.getProperty("conveyor.samples", "../shared/samples"), "leads", sample);
        assumeTrue(Files.exists(file), "no sample " + sample);
        hand(Files.readAllBytes(file));
        read();
        int fresh = counts().get("NEW");
        assertThat(fresh).isGreaterThan(90);
        decide("START");
        while (job() != null) {
            runJob();
        }
        assertThat(startedRows()).isEqualTo(fresh);
        hand(Files.readAllBytes(file));
        read();
        assertThat(counts()).isEqualTo(Map.of("DUPLICATE", 100));
        decide("DISCARD");
    }

    @Test
    void theFileDoesNotStayInTheEngine() {
        hand("Company\n%s Private\n");
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(list.getId())
                        .variableName("listFile")
                        .list())
                .allSatisfy(variable -> assertThat(variable.getValue()).isNull());
        assertThat(jdbc.sql("select count(*) from act_ge_bytearray where name_ in ('listFile', 'list.csv')")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void twoListsUnderReviewAtOnceStartACompanyOnce() {
        hand("Company\n%s Twice\n");
        read();
        ProcessInstance first = list;
        hand("Company\n%s Twice\n");
        read();
        decide("START");
        runJob();
        list = first;
        decide("START");
        runJob();
        assertEnded("EndEvent_ListStarted", "STARTED");
        assertThat(counts()).isEqualTo(Map.of("DUPLICATE", 1));
    }

    @Test
    void columnsThatAreNotKnownAreMappedByThePerson() {
        hand("Hospital,Who,Phone\n%s Clinic,Otto,030 9018822\n");
        read();
        assertThat(reasons()).singleElement().asString().contains("No column is known to hold the company's name");
        assertThatThrownBy(() -> decide("MAP", "columnMapping", "{\"0\":\"\"}"))
                .hasMessageContaining("No column was changed");
        assertThatThrownBy(() -> decide("MAP", "columnMapping", "{\"0\":\"SECRET\"}"))
                .hasMessageContaining("open the task again");
        assertThatThrownBy(() -> decide("START", "columnMapping", "{\"0\":\"COMPANY\"}"))
                .hasMessageContaining("Read again");
        decide("MAP", "columnMapping", "{\"0\":\"COMPANY\",\"1\":\"PERSON\",\"2\":\"PHONE\"}");
        assertThat(tasks.createTaskQuery().processInstanceId(list.getId()).count())
                .as("being read")
                .isZero();
        read();
        assertThat(counts()).isEqualTo(Map.of("NEW", 1));
        decide("START", "columnMapping", "{\"0\":\"COMPANY\",\"1\":\"PERSON\",\"2\":\"PHONE\"}");
        runJob();
        assertThat(companies.get(companyOf(opportunity(mark + " Clinic"))).person())
                .isEqualTo("Otto");
    }

    @Test
    void rowsOfDifferentBatchesAreComparedToo() {
        StringBuilder file = new StringBuilder("Company,City,Phone,INN,Website\n");
        for (int i = 0; i < 1500; i++) {
            file.append("%s B%d,City %d,,,\n".formatted(mark, i, i));
        }
        file.append("%s B3,city-3,,,\n%s B3,Elsewhere,,,\n%s B4,,,,\n".replace("%s", mark))
                .append("%s T,,,DE123456788,%s.example.com\n%s T,,,DE987654328,%s.example.com\n".replace("%s", mark))
                .append("%s T,,,,\n".replace("%s", mark));
        hand(file.toString().getBytes(StandardCharsets.UTF_8));
        read();
        assertThat(counts()).isEqualTo(Map.of("NEW", 1503, "DUPLICATE", 3));
        assertThat(reasons())
                .contains("1502 - The same company as in line 5; recognised by: Name and city.")
                .contains("1504 - The same company as in line 6; recognised by: Name and city.")
                .contains("1507 - The same company as in line 1505; recognised by: Name and city.");
        decide("DISCARD");
    }

    @Test
    void columnsAreNotMappedForEver() {
        hand("Hospital,Phone\n%s,030\n");
        for (int round = 0; round < 20; round++) {
            read();
            decide("MAP", "columnMapping", "{\"0\":\"%s\"}".formatted(round % 2 == 0 ? "COMPANY" : "PERSON"));
        }
        read();
        assertThatThrownBy(() -> decide("MAP", "columnMapping", "{\"0\":\"COMPANY\"}"))
                .hasMessageContaining("was read 20 times");
        decide("DISCARD");
    }

    @Test
    void theirPageShowsHowFarAListIs() {
        hand("Company\n%s One\n\n%s Two\n");
        assertThat(page("marketer")).contains("The file is being read");
        runJob();
        assertThat(page("marketer"))
                .contains("Its rows are being compared with what we know")
                .contains("1 of 3 rows")
                .contains("http-equiv=\"refresh\"");
        read();
        assertThat(page("head")).contains("Waits for your decision").contains("New</span>: <span>2</span>");
        decide("START");
        runJob();
        assertThat(page("marketer")).contains(">Started</b>: <span>2 of 2 rows</span>");
        assertThat(page("caller")).doesNotContain(list.getBusinessKey());
    }

    private String page(String user) {
        return browser.withBasicAuth(user, user)
                .getForObject("/pages/lists", String.class)
                .replaceAll("(?s).*id=\"(?=" + list.getBusinessKey() + ")|(?s)</section>.*", "")
                .concat(browser.withBasicAuth(user, user)
                        .getForObject("/pages/lists", String.class)
                        .replaceAll("(?s)<body>.*", ""));
    }

    @Test
    void aListThatNobodyReviewsIsDiscarded() {
        hand("Company\n%s Forgotten\n");
        read();
        var timer = management
                .createJobQuery()
                .processInstanceId(list.getId())
                .timers()
                .singleResult();
        assertThat(timer.getDuedate()).isAfter(Date.from(new Date().toInstant().plus(Duration.ofDays(13))));
        management.executeJob(timer.getId());
        assertEnded("EndEvent_ListDiscarded", "DISCARDED");
        assertThat(jdbc.sql("select count(*) from company where name = ?")
                        .param(mark + " Forgotten")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void anImportMayBeCancelledWhileItStarts() {
        hand("Company\n" + "%s 1\n");
        read();
        decide("START");
        assertThat(nudges.toCase("caseCancelled", list.getBusinessKey())).isEqualTo(1);
        assertEnded("EndEvent_ImportCancelled", "CANCELLED");
    }

    @Test
    void aLongListStartsInBatchesAndAFaultRepeatsNothing() {
        StringBuilder file = new StringBuilder("Company,City\n");
        for (int i = 0; i < 2500; i++) {
            file.append("%s Row %d,City %d\n".formatted(mark, i, i % 7));
        }
        hand(file.toString().getBytes(StandardCharsets.UTF_8));
        read();
        assertThat(counts()).isEqualTo(Map.of("NEW", 2500));
        decide("START");
        for (int batch = 1; batch <= 1; batch++) {
            runJob();
            assertThat(startedRows()).isEqualTo(100L * batch);
        }
        // What a crash between two batches leaves behind is what the next one finds.
        management.setJobRetries(job(), 3);
        runJob();
        assertThat(startedRows()).isEqualTo(200);
        assertThat(jdbc.sql("select count(distinct opportunity_number) from lead_list_row where list_number = ?")
                        .param(list.getBusinessKey())
                        .query(Long.class)
                        .single())
                .isEqualTo(200);
        nudges.toCase("caseCancelled", list.getBusinessKey());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                     | LIST       | a source | is empty
            %PDF-1.7               | LIST       | a source | is a PDF
            a;b                    | LIST       | a source | No column
            Company                | LIST       | a source | no rows below
            Company,City;Acme,Bonn | ''         | a source | listChannel
            Company,City;Acme,Bonn | ELSEWHERE  | a source | choose where
            Company,City;Acme,Bonn | TRADE_SHOW | a source | which trade show
            Company,City;Acme,Bonn | LIST       | ''       | where the addresses come from
            """)
    void whatCannotBeReadIsRefusedBeforeACaseBegins(String file, String channel, String source, String sentence) {
        long before = runtime.createProcessInstanceQuery()
                .processDefinitionKey("importLeads")
                .count();
        assertThatThrownBy(() -> hand(
                        file.replace(';', '\n').getBytes(StandardCharsets.UTF_8),
                        "listChannel",
                        channel,
                        "listSource",
                        source))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining(sentence);
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("importLeads")
                        .count())
                .isEqualTo(before);
    }

    @Test
    void aFileThatIsTooLargeAScriptThatIsNotThereAndNoFileAreRefused() {
        byte[] large = "Company\nx".concat("x".repeat(14_000_000)).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> hand(large)).hasMessageContaining("larger than 14 MB");
        assertThatThrownBy(() -> hand("Company\nAcme", "listScript", "noSuchForm"))
                .hasMessageContaining("no call script");
        assertThatThrownBy(() -> hand("Company\nAcme", "listScript", "salesConveyor"))
                .hasMessageContaining("no call script");
        assertThatThrownBy(() -> hand("Company\nAcme", "listFile", null)).hasMessageContaining("choose the file");
    }

    @ParameterizedTest
    @CsvSource({"marketer, 200", "head, 200", "caller, 403", "researcher, 403", "owner, 403"})
    void onlyWhoDecidesOnListsReadsThem(String user, int status) {
        hand("Company,Note\n%s Formula,=1+2\n");
        read();
        for (String path : List.of("", "/report.csv")) {
            var answer = browser.withBasicAuth(user, user)
                    .getForEntity("/api/lists/" + list.getBusinessKey() + path, String.class);
            assertThat(answer.getStatusCode().value()).isEqualTo(status);
        }
        assertThat(browser.withBasicAuth("marketer", "marketer")
                        .getForEntity("/api/lists/LIST-1/report.csv", String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
    }

    @Test
    void theReportNamesEachRowAndRunsNoFormula() {
        hand("Company,Note\n%s Formula,=1+2\n@%s,+x\n");
        read();
        var report = browser.withBasicAuth("marketer", "marketer")
                .getForEntity("/api/lists/" + list.getBusinessKey() + "/report.csv", String.class);
        assertThat(report.getHeaders().getContentDisposition().isAttachment()).isTrue();
        assertThat(report.getBody())
                .contains("Line,Result,Column,Reason,Company number,Opportunity,Company,Note")
                .contains("2,New,,,,,%s Formula,'=1+2".formatted(mark))
                .contains("'@" + mark + ",'+x");
    }

    private void hand(String file, Object... pairs) {
        hand(file.replace("%s", mark).getBytes(StandardCharsets.UTF_8), pairs);
    }

    private void hand(byte[] file, Object... pairs) {
        Map<String, Object> values = new HashMap<>();
        values.put(
                "listFile",
                Variables.fileValue("list.csv").file(file).mimeType("text/csv").create());
        values.put("listChannel", "LIST");
        values.put("listSource", "bought at a fair price");
        values.putAll(Answers.of(pairs));
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("importLeads")
                .latestVersion()
                .singleResult()
                .getId();
        identities.actAs("marketer");
        try {
            list = forms.submitStartForm(definition, values);
        } finally {
            identities.actAsNobody();
        }
    }

    /** The file, then its rows in batches. */
    private void read() {
        while (review() == null) {
            runJob();
        }
    }

    private void runJob() {
        management.executeJob(job());
    }

    private String job() {
        var job = management
                .createJobQuery()
                .processInstanceId(list.getId())
                .messages()
                .singleResult();
        return job == null ? null : job.getId();
    }

    private Task review() {
        return tasks.createTaskQuery()
                .processInstanceId(list.getId())
                .taskDefinitionKey("reviewImport")
                .singleResult();
    }

    private void decide(String outcome, String... pairs) {
        Map<String, Object> values = new HashMap<>(Map.of("outcome", outcome));
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i], pairs[i + 1]);
        }
        tasks.complete(review().getId(), values);
    }

    private Map<String, Integer> counts() {
        Map<String, Integer> counts = new HashMap<>();
        jdbc.sql("select state, count(*) as many from lead_list_row where list_number = ? group by state")
                .param(list.getBusinessKey())
                .query(row -> {
                    counts.put(row.getString("state"), row.getInt("many"));
                });
        return counts;
    }

    private List<String> reasons() {
        return jdbc.sql("select line || ' ' || coalesce(column_title, '-') || ' ' || coalesce(reason, '-')"
                        + " from lead_list_row where list_number = ? order by id")
                .param(list.getBusinessKey())
                .query(String.class)
                .list();
    }

    private long startedRows() {
        return jdbc.sql("select count(*) from lead_list_row where list_number = ? and opportunity_number is not null")
                .param(list.getBusinessKey())
                .query(Long.class)
                .single();
    }

    private String opportunity(String company) {
        return jdbc.sql(
                        "select o.number from opportunity o join company c on c.number = o.company_number where c.name = ?")
                .param(company)
                .query(String.class)
                .single();
    }

    private String companyOf(String opportunity) {
        return jdbc.sql("select company_number from opportunity where number = ?")
                .param(opportunity)
                .query(String.class)
                .single();
    }

    private ProcessInstance list(String opportunity) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(opportunity, "salesConveyor")
                .singleResult();
    }

    private void assertEnded(String end, String result) {
        assertThat(history.createHistoricActivityInstanceQuery()
                        .processInstanceId(list.getId())
                        .activityId(end)
                        .count())
                .isEqualTo(1);
        assertThat(jdbc.sql("select result || (select count(*) from lead_list_part where list_number = number)"
                                + " || (select count(*) from lead_list_key where list_number = number) from lead_list"
                                + " where number = ?")
                        .param(list.getBusinessKey())
                        .query(String.class)
                        .single())
                .as("the file is gone")
                .isEqualTo(result + "00");
    }
}
