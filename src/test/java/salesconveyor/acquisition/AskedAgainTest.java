package salesconveyor.acquisition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.Answers;
import salesconveyor.ConveyorTest;
import salesconveyor.companies.Companies;

/** Whoever asks us is called in minutes, wherever his case stands, and the heads hear when nobody does. */
@ConveyorTest
class AskedAgainTest {
    private static final AtomicInteger LAST = new AtomicInteger();
    private static final Date QUARTER_PAST = Date.from(instant("2026-11-24T11:15+01:00"));

    @Autowired
    InquiryDesk desk;

    @Autowired
    AcquisitionMessages messages;

    @Autowired
    Companies companies;

    @Autowired
    Opportunities opportunities;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    private String name;
    private String company;
    private String opportunity;

    @BeforeEach
    void aCompanyIsFound() {
        at("2026-11-24T10:00+01:00");
        name = "Asking again %d GmbH".formatted(LAST.incrementAndGet());
    }

    @AfterEach
    void tidy() {
        ClockUtil.reset();
        runtime.createProcessInstanceQuery()
                .processDefinitionKey("acquireClient")
                .list()
                .forEach(left -> runtime.deleteProcessInstance(left.getId(), "test"));
    }

    @Test
    void whoWaitsForTheNextAttemptIsCalledAtOnce() {
        call();
        complete("callCompany", "outcome", "NO_ANSWER");
        assertThat(timer("Event_CallingHours").getDuedate()).isEqualTo(Date.from(instant("2026-11-24T13:00+01:00")));
        at("2026-11-24T11:00+01:00");
        ask();
        calledAtOnce();
    }

    @Test
    void whoWaitsForACallbackIsCalledAtOnceByAnybody() {
        call();
        tasks.claim(task("callCompany").getId(), "caller");
        complete("callCompany", "outcome", "CALLBACK", "callbackTime", "2027-01-26T14:30+01:00");
        at("2026-11-24T11:00+01:00");
        ask();
        calledAtOnce();
        tasks.claim(task("callCompany").getId(), "colleague");
    }

    @Test
    void anOpenCallBecomesUrgentAndIsWatched() {
        call();
        assertThat(timer("BoundaryEvent_InquiryLate")).as("nobody asked").isNull();
        at("2026-11-24T11:00+01:00");
        ask();
        urgent("callCompany");
        assertThat(timer("BoundaryEvent_InquiryLate").getDuedate()).isEqualTo(QUARTER_PAST);
        at("2026-11-24T11:05+01:00");
        ask();
        assertThat(task("callCompany").getDueDate()).as("not put off").isEqualTo(QUARTER_PAST);
        at("2026-11-24T11:15+01:00");
        run("BoundaryEvent_InquiryLate");
        run("escalateInquiry");
        assertThat(mails()).isEqualTo(1);
        complete("callCompany", "outcome", "NO_ANSWER");
        assertThat(timer("BoundaryEvent_InquiryLate")).isNull();
    }

    @Test
    void whoTalksWithThemMayFinishTheCall() {
        call();
        tasks.claim(task("callCompany").getId(), "caller");
        at("2026-11-24T11:00+01:00");
        ask();
        assertThat(timer("BoundaryEvent_InquiryLate").getDuedate())
                .isEqualTo(Date.from(instant("2026-11-24T12:00+01:00")));
        tasks.setAssignee(task("callCompany").getId(), null);
        assertThat(timer("BoundaryEvent_InquiryLate").getDuedate()).isEqualTo(QUARTER_PAST);
    }

    @Test
    void anOpenResearchBecomesUrgentAndTheCallAfterIt() {
        company = companies.add(name);
        start();
        assertThat(task("researchCompany").getPriority()).isEqualTo(30);
        assertThat(management
                        .createJobQuery()
                        .processInstanceId(task("researchCompany").getProcessInstanceId())
                        .count())
                .as("nobody waits for us")
                .isZero();
        at("2026-11-24T11:00+01:00");
        ask();
        urgent("researchCompany");
        assertThat(timer("BoundaryEvent_InquiryLateInResearch").getDuedate()).isEqualTo(QUARTER_PAST);
        complete("researchCompany", "outcome", "FOUND", "person", "Anna", "fit", "GOOD", "factSource", "web");
        assertThat(task("researchCompany").getPriority()).as("the next round").isEqualTo(80);
        research();
        run("Event_CallingHours");
        urgent("callCompany");
    }

    @Test
    void anUnknownInquirerIsNotForgottenWhileHisCardIsCompleted() {
        at("2026-11-24T11:00+01:00");
        desk.receive(
                new InquiryForm(
                        name,
                        "Anna",
                        "anna@again" + LAST.get() + ".example.com",
                        "+49 30 90182" + (500 + LAST.get()),
                        "Do you sell boxes?",
                        "true",
                        null,
                        "",
                        null,
                        null,
                        null,
                        null,
                        "inquiry-1",
                        null),
                new Visit("198.51.100.77", Locale.ENGLISH));
        opportunity = jdbc.sql(
                        "select o.number from opportunity o join company c on c.number = o.company_number where c.name = ?")
                .param(name)
                .query(String.class)
                .single();
        urgent("researchCompany");
        at("2026-11-24T11:15+01:00");
        run("BoundaryEvent_InquiryLateInResearch");
        run("escalateInquiry");
        assertThat(mails()).isEqualTo(1);
        assertThat(task("researchCompany")).as("still to be done").isNotNull();
        at("2026-11-24T11:20+01:00");
        research();
        run("Event_CallingHours");
        urgent("callCompany");
        run("BoundaryEvent_InquiryLate");
        run("escalateInquiry");
        assertThat(mails()).as("once for each inquiry").isEqualTo(1);
    }

    private void calledAtOnce() {
        assertThat(timer("Event_CallingHours").getDuedate()).isEqualTo(Date.from(instant("2026-11-24T11:00+01:00")));
        run("Event_CallingHours");
        urgent("callCompany");
        assertThat(timer("BoundaryEvent_InquiryLate").getDuedate()).isEqualTo(QUARTER_PAST);
    }

    private void urgent(String station) {
        assertThat(task(station).getPriority()).isEqualTo(80);
        assertThat(task(station).getDueDate()).isEqualTo(QUARTER_PAST);
    }

    private void ask() {
        messages.inquiryRepeated(opportunity, company);
    }

    private void call() {
        company = companies.add(name);
        companies.learn(
                company,
                Map.of("phone", phone(), "person", "Anna Schmidt", "fit", "GOOD"),
                "their imprint",
                "researcher");
        start();
        run("Event_CallingHours");
    }

    /** Its own: whoever has the phone of another card is that company. */
    private static String phone() {
        return "+49 30 9016" + (100 + LAST.get());
    }

    private void start() {
        opportunity = opportunities.add(company, "LIST");
        runtime.startProcessInstanceByKey("acquireClient", opportunity, Map.of("companyNumber", company));
    }

    private void research() {
        complete(
                "researchCompany",
                "outcome",
                "FOUND",
                "phone",
                phone(),
                "person",
                "Anna Schmidt",
                "fit",
                "GOOD",
                "factSource",
                "their imprint");
    }

    private void run(String activity) {
        management.executeJob(timer(activity).getId());
    }

    private Job timer(String activity) {
        String lead = runtime.createProcessInstanceQuery()
                .processDefinitionKey("acquireClient")
                .processInstanceBusinessKey(opportunity)
                .singleResult()
                .getId();
        return management
                .createJobQuery()
                .processInstanceId(lead)
                .activityId(activity)
                .singleResult();
    }

    private Task task(String station) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(opportunity)
                .taskDefinitionKey(station)
                .singleResult();
    }

    private void complete(String station, Object... pairs) {
        tasks.complete(task(station).getId(), Answers.of(pairs));
    }

    private int mails() {
        return jdbc.sql("select count(*) from mail where recipient = 'head@example.com' and subject = ?")
                .param("The inquiry " + opportunity + " was not answered in time")
                .query(Integer.class)
                .single();
    }

    private static void at(String time) {
        ClockUtil.setCurrentTime(Date.from(instant(time)));
    }

    private static Instant instant(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }
}
