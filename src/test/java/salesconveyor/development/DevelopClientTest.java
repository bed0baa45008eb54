package salesconveyor.development;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.Answers;
import salesconveyor.ConveyorTest;
import salesconveyor.companies.Companies;
import salesconveyor.companies.ContactScope;
import salesconveyor.companies.Contacting;
import salesconveyor.companies.SuppressionList;
import salesconveyor.engine.Nudges;

/** Every path of stage 4. */
@ConveyorTest
class DevelopClientTest {
    private static final AtomicInteger LAST = new AtomicInteger();
    private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    HistoryService history;

    @Autowired
    RepositoryService repository;

    @Autowired
    Nudges nudges;

    @Autowired
    Developing developing;

    @Autowired
    Clients clients;

    @Autowired
    Companies companies;

    @Autowired
    Contacting contacting;

    @Autowired
    SuppressionList suppressions;

    @Autowired
    JdbcClient jdbc;

    private String company;

    @BeforeEach
    void aCompany() {
        ClockUtil.setCurrentTime(Date.from(MONDAY));
        company = companies.add("Client " + LAST.incrementAndGet());
    }

    @AfterEach
    void tidy() {
        ClockUtil.reset();
        runtime.createProcessInstanceQuery()
                .variableValueEquals("companyNumber", company)
                .rootProcessInstances()
                .list()
                .forEach(left -> runtime.deleteProcessInstance(left.getId(), "test"));
        jdbc.sql("update purchase_order set ordered = ordered - interval '3' year where company_number = ?")
                .param(company)
                .update();
        jdbc.sql("update purchase_order set ordered = ordered - interval '3' year where company_number in"
                        + " (select number from company where name = ?)")
                .param("Big " + company)
                .update();
    }

    @Test
    void aNewClientIsContactedAfterThreeDaysAndThenLessOften() {
        handOver(order(0, 100));
        plan();
        assertThat(due()).isEqualTo("2026-11-26T09:00+01:00");
        contact("outcome", "KEEP_IN_TOUCH", "contactNotes", "All fine");
        plan();
        assertThat(due()).as("two weeks later").isEqualTo("2026-12-10T09:00+01:00");
        contact("outcome", "KEEP_IN_TOUCH");
        plan();
        assertThat(due()).as("a month later is a Saturday").isEqualTo("2027-01-11T09:00+01:00");
        contact("outcome", "KEEP_IN_TOUCH");
        plan();
        assertThat(variable("clientClass")).isNotEqualTo("NEW");
    }

    @Test
    void theFormSaysWhyTheClientIsContacted() {
        companies.learn(
                company, Map.of("industry", "Film " + company, "person", "Anna <b>", "employees", "60"), "web", null);
        for (int i = 1; i <= 5; i++) {
            String similar = companies.add("Similar " + i + " " + company);
            companies.learn(similar, Map.of("industry", "film " + company, "employees", "50-249"), "web", null);
            order(similar, 10, i <= 4 ? "TAPE-48" : "FILM-500", 5);
        }
        order(109, 10);
        order(75, 10);
        String last = order(41, 10);
        handOver(last);
        complaints(last);
        plan();
        assertThat(due()).as("the expected order is late").isEqualTo("2026-11-24T09:00+01:00");
        expire();
        String task = task().getId();
        assertThat(text(task, "clientReason"))
                .isEqualTo("Orders every 34 days, last one 42 days ago; 4 of 5 clients of the same industry and size"
                        + " also buy Packing tape 48 mm.");
        assertThat(text(task, "clientFacts").lines())
                .containsExactly(
                        "Class: new client",
                        "Last order: " + last + " of Oct 13, 2026, 20.00 net",
                        "Open complaint: order " + last + ", score 3 of 10, since Nov 23, 2026");
        assertThat(text(task, "clientRhythm")).isEqualTo("The next order was due on Nov 16, 2026 and is late.");
        assertThat(text(task, "clientBought"))
                .isEqualTo("Shipping box, large: 30 pcs in 3 orders, the last one on Oct 13, 2026");
        assertThat(text(task, "clientGap"))
                .isEqualTo("Compared with 5 clients of the same industry and size.\n"
                        + "Packing tape 48 mm: bought by 4 of 5\nStretch film 500 mm: bought by 1 of 5");
        assertThat(text(task, "gapProduct2")).isEqualTo("Stretch film 500 mm: bought by 1 of 5");
        assertThat(text(task, "gapProduct3")).isEmpty();
        assertThat(text(task, "clientCard")).contains("Anna <b>");
        complete("outcome", "KEEP_IN_TOUCH", "contactNotes", "Stock is full");
        plan();
        assertThat(due())
                .as("the late order was talked about; the alarm of day 45 is on Friday")
                .isEqualTo("2026-11-27T09:00+01:00");
        expire();
        assertThat(text(task().getId(), "clientStory")).isEqualTo("Nov 24, 2026: Stock is full");
        assertThat(text(task().getId(), "clientRhythm")).startsWith("Alarm: the next order was due on Nov 16, 2026");
        complete("outcome", "KEEP_IN_TOUCH");
        plan();
        assertThat(due()).as("the alarm is heard once").isGreaterThan("2026-12-01");
    }

    /** When the client ordered, when it was contacted, and on which day the contact comes; the class is C: every 90 days. */
    @ParameterizedTest(name = "orders {0} days ago, contacted {1} days ago: in {2} days")
    @CsvSource(
            nullValues = "-",
            value = {
                "200 190,         -, 90", // two orders: no rhythm
                "400 300 200 100, -,  1", // due today
                "500 400 300 200, -,  1", // the alarm was 70 days ago
                "260 160 60,      -, 33", // due in 40 days: a week before
                "260 160 60,      5, 33", // contacted long before the order is due
                "220 120 20,      -, 73", // due in 80 days
                "195 95,          -, 90",
                "293 193 93,      -,  1", // due in 7 days
                "296 196 96,      2, 34", // talked about: then the alarm, 130 days after the last order
                "320 220 120,     3, 10", // late and talked about: the alarm comes in 10 days
                "330 230 130,     3,  1", // the alarm is today
                "330 230 130,     0, 90", // talked about on the day of the alarm
                "340 240 140,     3, 90", // talked about after the alarm
                "340 240 140,    12,  1" // talked about before the alarm, and then it was missed
            })
    void theNextContactFollowsTheRhythmAndTheAlarm(String days, @Nullable Integer contacted, int ahead) {
        String last = "";
        for (String day : days.split(" ")) {
            last = order(Integer.parseInt(day), 1);
        }
        handOver(last);
        aged();
        order(companies.add("Big " + company), 5, "BOX-L", 1_000_000);
        if (contacted != null) {
            jdbc.sql("insert into client_contact (company_number, contacted, outcome) values (?, ?, 'KEEP_IN_TOUCH')")
                    .params(company, at(contacted))
                    .update();
        }
        plan();
        assertThat(variable("clientClass")).isEqualTo("C");
        assertThat(due()).startsWith(workingDay(ahead));
    }

    /** The day, or the first working day after it. */
    private static String workingDay(int ahead) {
        LocalDate day = LocalDate.of(2026, 11, 23).plusDays(ahead);
        while (day.getDayOfWeek().getValue() > 5) {
            day = day.plusDays(1);
        }
        return day.toString();
    }

    @Test
    void aRunningCaseFollowsAChangedCadenceAndAChangedClassAtItsNextTurn() throws IOException {
        handOver(order(400, 10));
        aged();
        order(companies.add("Big " + company), 5, "BOX-L", 1_000_000);
        plan();
        assertThat(variable("clientClass")).isEqualTo("C");
        assertThat(due()).isEqualTo("2027-02-22T09:00+01:00");
        String table = Files.readString(Path.of("processes/contactCadence.dmn"));
        String changed = repository
                .createDeployment()
                .addString(
                        "processes/contactCadence.dmn",
                        table.replace("<text>90</text>", "<text>63</text>")
                                .replace("<text>21</text>", "<text>14</text>"))
                .deploy()
                .getId();
        try {
            assertThat(due()).as("not before its turn").isEqualTo("2027-02-22T09:00+01:00");
            contact("outcome", "KEEP_IN_TOUCH");
            plan();
            assertThat(due()).as("63 days later").isEqualTo("2027-04-26T09:00+02:00");
            order(0, 100_000_000);
            contact("outcome", "KEEP_IN_TOUCH");
            plan();
            assertThat(variable("clientClass")).isEqualTo("A");
            assertThat(due()).as("14 days later, by the new class").isEqualTo("2027-05-10T09:00+02:00");
        } finally {
            repository.deleteDeployment(changed, true);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "WIDER_RANGE, true,  false, TAPE-48:1 BOX-L:100",
        "WIDER_RANGE, false, true,  FILM-500:1 BOX-L:100",
        "NEXT_ORDER,  true,  true,  FILM-500:1 TAPE-48:1 BOX-L:100",
        "NEXT_ORDER,  false, false, BOX-L:100"
    })
    void theChosenProductsStandInTheProposal(String outcome, boolean tape, boolean film, String lines) {
        companies.learn(company, Map.of("industry", "Range " + company), "web", null);
        for (int i = 1; i <= 5; i++) {
            String similar = companies.add("Peer " + i + " " + company);
            companies.learn(similar, Map.of("industry", "Range " + company), "web", null);
            order(similar, 10, "TAPE-48", 5);
            if (i < 4) {
                order(similar, 10, "FILM-500", 5);
            }
        }
        handOver(order(0, 100));
        plan();
        contact("outcome", outcome, "wish", "as always", "gapChosen1", tape, "gapChosen2", film, "gapChosen3", true);
        runJob();
        Task proposal = tasks.createTaskQuery()
                .processInstanceBusinessKey(row("select number from opportunity where company_number = ?", company))
                .taskDefinitionKey("prepareProposal")
                .singleResult();
        String rows = text(proposal.getId(), "proposalLines");
        List<String> found = new ArrayList<>();
        Matcher line = Pattern.compile("\"sku\":\"([^\"]+)\"").matcher(rows);
        while (line.find()) {
            found.add(line.group(1));
        }
        assertThat(found)
                .containsExactly(Pattern.compile(" ")
                        .splitAsStream(lines)
                        .map(one -> one.split(":")[0])
                        .toArray(String[]::new));
        assertThat(rows).contains("\"quantity\":1").contains("100");
    }

    @Test
    void aContactBecomesARepeatOrderOnce() {
        handOver(order(0, 100));
        plan();
        contact("outcome", "WIDER_RANGE", "wish", "20 rolls of film", "contactNotes", "by Friday");
        runJob();
        var repeat = runtime.createProcessInstanceQuery()
                .processDefinitionKey("salesConveyor")
                .variableValueEquals("companyNumber", company)
                .list();
        assertThat(repeat).hasSize(1);
        String opportunity = repeat.get(0).getBusinessKey();
        assertThat(row(
                        "select channel || ' ' || owner || ' ' || lead_result from opportunity where number = ?",
                        opportunity))
                .isEqualTo("REPEAT manager ACCEPTED");
        Task proposal = tasks.createTaskQuery()
                .processInstanceBusinessKey(opportunity)
                .taskDefinitionKey("prepareProposal")
                .singleResult();
        assertThat(text(proposal.getId(), "saleStory"))
                .contains("20 rolls of film")
                .contains("by Friday");
        plan();
        assertThat(due()).isEqualTo("2026-12-10T09:00+01:00");
        contact("outcome", "NEXT_ORDER", "wish", "the same");
        runJob();
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("salesConveyor")
                        .variableValueEquals("companyNumber", company)
                        .count())
                .isEqualTo(2);
    }

    @Test
    void requestingAgainForTheSameContactChangesNothing(@Autowired AccountKeeping keeping) {
        handOver(order(0, 100));
        plan();
        contact("outcome", "NEXT_ORDER", "wish", "the same");
        keeping.requestRepeatOrder(company);
        keeping.requestRepeatOrder(company);
        runJob();
        assertThat(row("select count(*) from opportunity where company_number = ?", company))
                .isEqualTo("1");
    }

    @Test
    void anOrderServedMeanwhilePlansTheContactAnew() {
        handOver(order(0, 100));
        plan();
        tomorrow();
        String second = order(0, 50);
        handOver(second);
        plan();
        assertThat(due()).isEqualTo("2026-11-27T09:00+01:00");
        handOver(second);
        assertThat(jobs()).as("told once").singleElement().satisfies(job -> assertThat(due())
                .isEqualTo("2026-11-27T09:00+01:00"));
        expire();
        handOver(order(0, 50));
        assertThat(task()).as("the open contact is taken back").isNull();
        plan();
        assertThat(due()).isEqualTo("2026-11-30T09:00+01:00");
    }

    @Test
    void theFirstAccountManagerKeepsTheClient() {
        handOver(order(0, 100));
        plan();
        expire();
        assertThat(task().getAssignee()).isNull();
        tasks.claim(task().getId(), "accountManager");
        complete("outcome", "KEEP_IN_TOUCH");
        plan();
        expire();
        assertThat(task().getAssignee()).isEqualTo("accountManager");
    }

    @ParameterizedTest
    @CsvSource({
        "LOST, EndEvent_ClientLost, LOST, true",
        "DO_NOT_CALL, EndEvent_ContactRefused, CONTACT_FORBIDDEN, false"
    })
    void aContactMayEndTheDevelopment(String outcome, String end, Client.State state, boolean startsAgain) {
        handOver(order(0, 100));
        plan();
        contact("outcome", outcome, "lostReason", outcome.equals("LOST") ? "PRICE" : null);
        assertEnded(end, state);
        assertThat(suppressions.contains(company)).isEqualTo(!startsAgain);
        handOver(order(0, 50));
        assertThat(running()).isEqualTo(startsAgain);
    }

    @Test
    void whoForbidsContactElsewhereIsNotContactedAndNotStartedAgain() {
        handOver(order(0, 100));
        plan();
        contacting.forbid(company, ContactScope.COMPANY, "told a caller", "L-2026-000001");
        assertEnded("EndEvent_DevelopmentStopped", Client.State.CONTACT_FORBIDDEN);
        handOver(order(0, 50));
        assertThat(running()).isFalse();
    }

    @Test
    void aClientThatWasSuppressedBeforeItsFirstOrderIsNeverContacted() {
        contacting.forbid(company, ContactScope.PHONE, "no calls", null);
        handOver(order(0, 100));
        assertThat(running()).isFalse();
        assertThat(clients.get(company).state()).isEqualTo(Client.State.CONTACT_FORBIDDEN);
    }

    @Test
    void aSuppressionThatCameWhileNobodyWaitedIsReadFromTheList() {
        handOver(order(0, 100));
        jdbc.sql("insert into suppression (company_number, since) values (?, current_timestamp)")
                .param(company)
                .update();
        runJob();
        assertEnded("EndEvent_ContactNotAllowed", Client.State.CONTACT_FORBIDDEN);
    }

    @Test
    void aCancelledDevelopmentStartsAgainWithANewOrderAlone() {
        String first = order(0, 100);
        handOver(first);
        plan();
        nudges.toCase("caseCancelled", company);
        assertEnded("EndEvent_DevelopmentCancelled", Client.State.CANCELLED);
        handOver(first);
        assertThat(running()).as("the same order").isFalse();
        handOver(order(0, 10));
        assertThat(running()).as("a new one").isTrue();
    }

    @Test
    void aClientLostOverAnOrderIsContactedNoMoreUntilItOrdersAgain() {
        developing.lost(company);
        assertThat(clients.find(company)).as("never was a client").isEmpty();
        handOver(order(0, 100));
        plan();
        developing.lost(company);
        assertEnded("EndEvent_DevelopmentCancelled", Client.State.LOST);
        handOver(order(0, 10));
        assertThat(running()).isTrue();
    }

    @Test
    void provenClientsAreSortedByTheMarginOfTwelveMonths() {
        String small = companies.add("Small " + company);
        order(small, 5, "BOX-L", 1);
        order(400, 100_000);
        handOver(order(100, 100_000));
        jdbc.sql("update client set since = ? where company_number = ?")
                .params(at(100), company)
                .update();
        plan();
        assertThat(variable("clientClass")).isEqualTo("A");
        assertThat(variable("daysSinceDelivery")).isEqualTo(100);
        assertThat(variable("daysToNextOrder")).isNull();
        assertThat(due()).isEqualTo("2026-12-14T09:00+01:00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "outcome=WON          | does not offer",
                "contactNotes=hello   | fill in",
                "outcome=NEXT_ORDER   | what the client wants to order",
                "outcome=WIDER_RANGE  | what the client wants to order",
                "outcome=LOST         | fill in"
            })
    void anAnswerThatLeavesSomethingOutIsRefused(String entered, String sentence) {
        handOver(order(0, 100));
        plan();
        expire();
        assertThatThrownBy(() -> complete(entered.split("=")[0], entered.split("=")[1]))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining(sentence);
        assertThat(task()).isNotNull();
    }

    /** Served long ago, so that it is no new client. */
    private void aged() {
        jdbc.sql("update client set since = ? where company_number = ?")
                .params(at(400), company)
                .update();
    }

    private void complaints(String order) {
        jdbc.sql("insert into complaint (order_number, company_number, opened) values (?, ?, ?)")
                .params(order, company, at(0))
                .update();
        jdbc.sql("insert into survey (token, opportunity_number, order_number, company_number, sent, score)"
                        + " values (?, ?, ?, ?, ?, 3)")
                .params(order, order, order, company, at(1))
                .update();
    }

    private String order(int daysAgo, int quantity) {
        return order(company, daysAgo, "BOX-L", quantity);
    }

    /** An order as stage 2 leaves it; the price is 2, the cost is 1. */
    private String order(String of, int daysAgo, String sku, int quantity) {
        String number = "O-%s-%d".formatted(of, LAST.incrementAndGet());
        jdbc.sql("insert into proposal (opportunity_number, company_number, version, written) values (?, ?, 1, ?)")
                .params(number, of, at(daysAgo))
                .update();
        long proposal = jdbc.sql("select id from proposal where opportunity_number = ?")
                .param(number)
                .query(Long.class)
                .single();
        jdbc.sql("insert into proposal_line (proposal, line, sku, name, unit, quantity, price, cost, vat_rate,"
                        + " discount_percent, net) select ?, 1, sku, name, unit, ?, 2, 1, 19, 0, ? from product"
                        + " where sku = ?")
                .params(proposal, quantity, BigDecimal.valueOf(2L * quantity), sku)
                .update();
        jdbc.sql("insert into purchase_order (number, opportunity_number, company_number, proposal, ordered)"
                        + " values (?, ?, ?, ?, ?)")
                .params(number, number, of, proposal, at(daysAgo))
                .update();
        return number;
    }

    private static OffsetDateTime at(int daysAgo) {
        return ClockUtil.getCurrentTime()
                .toInstant()
                .minus(Duration.ofDays(daysAgo))
                .atOffset(ZoneOffset.UTC);
    }

    private void handOver(String order) {
        developing.handOver(company, order, "manager");
    }

    private static void tomorrow() {
        ClockUtil.setCurrentTime(Date.from(MONDAY.plus(Duration.ofDays(1))));
    }

    /** Classifies and waits. */
    private void plan() {
        runJob();
        assertThat(jobs()).singleElement().satisfies(job -> assertThat(job.getDuedate())
                .isNotNull());
    }

    private void runJob() {
        management.executeJob(jobs().get(0).getId());
    }

    private List<Job> jobs() {
        return management.createJobQuery().processInstanceId(instance().getId()).list();
    }

    private String due() {
        return variable("contactDue").toString();
    }

    private Object variable(String name) {
        return runtime.getVariable(instance().getId(), name);
    }

    /** The planned day comes. */
    private void expire() {
        ClockUtil.setCurrentTime(jobs().get(0).getDuedate());
        runJob();
    }

    private void contact(Object... pairs) {
        expire();
        complete(pairs);
    }

    private void complete(Object... pairs) {
        tasks.complete(task().getId(), Answers.of(pairs));
    }

    private Task task() {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(company)
                .taskDefinitionKey("contactClient")
                .singleResult();
    }

    private String text(String task, String variable) {
        return tasks.getVariable(task, variable).toString();
    }

    private ProcessInstance instance() {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(company, "developClient")
                .singleResult();
    }

    private boolean running() {
        return instance() != null;
    }

    private String row(String sql, String parameter) {
        return jdbc.sql(sql).param(parameter).query(String.class).single();
    }

    private void assertEnded(String end, Client.State state) {
        assertThat(running()).isFalse();
        var ended = history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(company)
                .processDefinitionKey("developClient")
                .singleResult();
        assertThat(history.createHistoricActivityInstanceQuery()
                        .processInstanceId(ended.getId())
                        .activityId(end)
                        .count())
                .isEqualTo(1);
        assertThat(clients.get(company).state()).isEqualTo(state);
    }
}
