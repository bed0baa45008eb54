package salesconveyor.acquisition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.AopTestUtils;
import org.springframework.test.util.ReflectionTestUtils;
import salesconveyor.Answers;
import salesconveyor.ConveyorTest;
import salesconveyor.companies.Companies;

/** When a company is called, by whom, until when, by which script, and what happens to a call that nobody takes. */
@ConveyorTest
class CallStationTest {
    private static final AtomicInteger LAST = new AtomicInteger();

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    @Autowired
    ManagementService management;

    @Autowired
    IdentityService identity;

    @Autowired
    Companies companies;

    @Autowired
    Opportunities opportunities;

    @Autowired
    Acquiring acquiring;

    @Autowired
    JdbcClient jdbc;

    private ProcessInstance lead;
    private String opportunity;
    private String company;
    // Its own: whoever has the phone of another card is that company.
    private String phone;

    @BeforeEach
    void aCompanyIsFound() {
        at("2026-11-24T10:00+01:00");
        company = companies.add("Callee %d GmbH".formatted(LAST.incrementAndGet()));
        phone = "+49 30 9017" + (100 + LAST.get());
    }

    @AfterEach
    void tidy() {
        identity.clearAuthentication();
        ClockUtil.reset();
        sampleShare(0);
        runtime.createProcessInstanceQuery()
                .processDefinitionKey("acquireClient")
                .list()
                .forEach(left -> runtime.deleteProcessInstance(left.getId(), "test"));
    }

    @ParameterizedTest
    @CsvSource({
        "NO_ANSWER,  2026-11-24T10:00+01:00, 2026-11-24T13:00+01:00",
        "NO_ANSWER,  2026-11-24T12:30+01:00, 2026-11-24T14:30+01:00",
        "NO_ANSWER,  2026-11-24T15:00+01:00, 2026-11-25T09:00+01:00",
        "NO_ANSWER,  2026-11-27T15:00+01:00, 2026-11-30T09:00+01:00",
        "BUSY,       2026-11-24T10:00+01:00, 2026-11-24T10:30+01:00",
        "BUSY,       2026-11-24T17:45+01:00, 2026-11-25T09:00+01:00",
        "VOICEMAIL,  2026-11-24T10:00+01:00, 2026-11-25T13:00+01:00",
        "VOICEMAIL,  2026-11-24T15:00+01:00, 2026-11-25T09:00+01:00",
        "GATEKEEPER, 2026-11-27T10:00+01:00, 2026-11-30T13:00+01:00",
        "NO_ANSWER,  2026-12-24T15:00+01:00, 2026-12-28T09:00+01:00"
    })
    void anAttemptIsFollowedByOneInTheOtherHalfOfTheDay(String outcome, String attempt, String next) {
        call("LIST");
        at(attempt);
        complete("callCompany", "outcome", outcome);
        assertThat(begins()).isEqualTo(instant(next));
    }

    @Test
    void aLineThatIsBusyTwiceInARowIsTriedInTheOtherHalfOfTheDay() {
        call("LIST");
        complete("callCompany", "outcome", "BUSY");
        at("2026-11-24T10:30+01:00");
        run("Event_CallingHours");
        complete("callCompany", "outcome", "BUSY");
        assertThat(begins()).isEqualTo(instant("2026-11-24T13:00+01:00"));
    }

    @Test
    void aRetryThatNobodyTookIsPlannedForTheSameHalfOfTheNextDay() {
        call("LIST");
        complete("callCompany", "outcome", "NO_ANSWER");
        at("2026-11-24T13:00+01:00");
        run("Event_CallingHours");
        assertThat(task("callCompany").getDueDate()).isEqualTo(Date.from(instant("2026-11-24T18:00+01:00")));
        at("2026-11-24T18:00+01:00");
        run("BoundaryEvent_CallingHoursEnded");
        assertThat(begins()).isEqualTo(instant("2026-11-25T13:00+01:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "Asia/Vladivostok, RU, 2026-11-24T10:00+01:00, 2026-11-25T09:00+10:00",
        "America/New_York, US, 2026-11-24T10:00+01:00, 2026-11-24T09:00-05:00",
        "America/New_York, US, 2026-11-26T16:00+01:00, 2026-11-27T09:00-05:00",
        ", RU, 2026-11-04T10:00+01:00, 2026-11-05T09:00+01:00",
        ", , 2026-11-04T10:00+01:00, 2026-11-04T10:00+01:00",
        ", XX, 2026-11-04T10:00+01:00, 2026-11-04T10:00+01:00"
    })
    void aCompanyIsCalledByItsOwnClockAndHolidays(String zone, String country, String now, String begins) {
        at(now);
        jdbc.sql("update company set zone = ?, country = ? where number = ?")
                .params(zone, country, company)
                .update();
        start("LIST");
        assertThat(begins()).isEqualTo(instant(begins));
    }

    @Test
    void aPromisedCallBelongsToItsCallerForHalfAnHourAndThenToAll() {
        promised();
        Task call = task("callCompany");
        assertThat(call.getAssignee()).as("whoever is at it has claimed it").isNull();
        assertThat(call.getDueDate()).isEqualTo(Date.from(instant("2026-11-26T14:30+01:00")));
        assertThat(call.getPriority()).isEqualTo(70);
        assertThat(tasks.getVariable(call.getId(), "cardHours").toString())
                .matches(".* · promised by caller, who alone may take it until 3:00\\hPM");
        at("2026-11-26T14:59+01:00");
        as("colleague", "callers");
        assertThatThrownBy(() -> tasks.claim(call.getId(), "colleague"))
                .hasMessageMatching("(?s).*caller promised this call and alone may take it until 3:00\\hPM.*");
        at("2026-11-26T15:00+01:00");
        tasks.claim(call.getId(), "colleague");
    }

    @Test
    void aPromisedCallThatItsCallerTookIsNotTakenAway() {
        promised();
        String task = task("callCompany").getId();
        tasks.claim(task, "caller");
        assertThat(management.createJobQuery().processInstanceId(lead.getId()).list())
                .as("only the end of the calling hours, with the hour to finish")
                .singleElement()
                .satisfies(end -> assertThat(end.getDuedate()).isEqualTo(Date.from(instant("2026-11-26T19:00+01:00"))));
    }

    @Test
    void nobodyWaitsForACallerWhoHasLeft() {
        call("LIST");
        tasks.claim(task("callCompany").getId(), "gone");
        complete("callCompany", "outcome", "CALLBACK", "callbackTime", "2026-11-26T14:30+01:00");
        at("2026-11-26T14:30+01:00");
        run("Event_CallingHours");
        assertThat(timer("BoundaryEvent_CallingHoursEnded").getDuedate())
                .as("nobody holds it, so no hour more")
                .isEqualTo(Date.from(instant("2026-11-26T18:00+01:00")));
        assertThat(tasks.getVariable(task("callCompany").getId(), "cardHours").toString())
                .doesNotContain("gone");
        tasks.claim(task("callCompany").getId(), "colleague");
    }

    @Test
    void aCallbackOutsideTheCallingHoursIsRefused() {
        call("LIST");
        assertThatThrownBy(
                        () -> complete("callCompany", "outcome", "CALLBACK", "callbackTime", "2026-11-28T14:30+01:00"))
                .hasMessageContaining("outside the calling hours of Callee")
                .hasMessageContaining("Nov 30, 2026")
                .hasMessageContaining("Europe/Berlin");
    }

    @Test
    void outsideTheCallingHoursNobodyTakesACall() {
        call("LIST");
        String task = task("callCompany").getId();
        at("2026-11-24T18:05+01:00");
        as("caller", "callers");
        assertThatThrownBy(() -> tasks.claim(task, "caller"))
                .hasMessageContaining("cannot be called now")
                .hasMessageContaining("Nov 25, 2026");
        as("admin", "camunda-admin");
        assertThatThrownBy(() -> forms.submitTaskForm(task, Map.of("outcome", "NO_ANSWER")))
                .hasMessageContaining("cannot be called now");
        at("2026-11-24T17:55+01:00");
        as("caller", "callers");
        tasks.claim(task, "caller");
        at("2026-11-24T18:20+01:00");
        forms.submitTaskForm(task, Map.of("outcome", "NO_ANSWER"));
        assertThat(opportunities.count(opportunity, "NO_ANSWER"))
                .as("whoever has taken it may finish it")
                .isEqualTo(1);
    }

    @Test
    void aTakenCallWaitsAnHourLongerAndOneGivenBackGoesBackAtOnce() {
        call("LIST");
        String task = task("callCompany").getId();
        assertThat(timer("BoundaryEvent_CallingHoursEnded").getDuedate())
                .isEqualTo(Date.from(instant("2026-11-24T18:00+01:00")));
        tasks.claim(task, "caller");
        assertThat(timer("BoundaryEvent_CallingHoursEnded").getDuedate())
                .isEqualTo(Date.from(instant("2026-11-24T19:00+01:00")));
        at("2026-11-24T18:30+01:00");
        as("caller", "callers");
        tasks.setAssignee(task, null);
        identity.clearAuthentication();
        assertThat(timer("BoundaryEvent_CallingHoursEnded").getDuedate())
                .isEqualTo(Date.from(instant("2026-11-24T18:00+01:00")));
    }

    @Test
    void aCallThatNobodyTakesComesBeforeAHeadAfterFiveRounds() {
        call("LIST");
        untaken(5);
        assertThat(task("callCompany")).isNull();
        run("reportUntaken");
        assertThat(mails("Nobody takes the call " + opportunity)).isEqualTo(1);
        assertThat(tasks.getVariable(task("decideUntakenCall").getId(), "cardHours"))
                .isEqualTo("The calling hours ended 5 times and nobody had taken this call.");
        complete("decideUntakenCall", "outcome", "KEEP");
        run("Event_CallingHours");
        untaken(5);
        run("reportUntaken");
        assertThat(mails("Nobody takes the call " + opportunity))
                .as("another series")
                .isEqualTo(2);
        for (int series = 2; series <= 3; series++) {
            complete("decideUntakenCall", "outcome", "KEEP");
            run("Event_CallingHours");
            untaken(5);
            run("reportUntaken");
        }
        assertThatThrownBy(() -> complete("decideUntakenCall", "outcome", "KEEP"))
                .hasMessageContaining("kept 3 times");
        assertThatThrownBy(() -> complete("decideUntakenCall", "outcome", "DROP"))
                .hasMessageContaining("Why is the case given up?");
        complete("decideUntakenCall", "outcome", "DROP", "dropReason", "No caller speaks Finnish");
        assertThat(opportunities.result(opportunity)).contains(LeadResult.DROPPED);
        assertThat(opportunities.calls(opportunity)).last().satisfies(call -> assertThat(call.notes())
                .isEqualTo("No caller speaks Finnish"));
    }

    @Test
    void aCallThatWasMadeBeginsANewSeries() {
        call("LIST");
        untaken(4);
        complete("callCompany", "outcome", "NO_ANSWER");
        run("Event_CallingHours");
        untaken(4);
        assertThat(task("callCompany")).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"SITE", "MAILING"})
    void whoAsksUsIsCalledInFifteenMinutesOrAHeadHears(String channel) {
        call(channel);
        assertThat(task("callCompany").getDueDate()).isEqualTo(Date.from(instant("2026-11-24T10:15+01:00")));
        assertThat(task("callCompany").getPriority()).isEqualTo(80);
        at("2026-11-24T10:15+01:00");
        run("BoundaryEvent_InquiryLate");
        run("escalateInquiry");
        assertThat(mails("The inquiry " + opportunity + " was not answered in time"))
                .isEqualTo(1);
        assertThat(task("callCompany")).as("still to be called").isNotNull();
        at("2026-11-24T18:00+01:00");
        run("BoundaryEvent_CallingHoursEnded");
        run("Event_CallingHours");
        run("BoundaryEvent_InquiryLate");
        run("escalateInquiry");
        assertThat(mails("The inquiry " + opportunity + " was not answered in time"))
                .as("one promise, one mail")
                .isEqualTo(1);
        complete("callCompany", "outcome", "NO_ANSWER");
        run("Event_CallingHours");
        assertThat(task("callCompany").getPriority()).as("it was called").isEqualTo(40);
    }

    @Test
    void whoTakesTheCallInTimeMayFinishItAndWhoGivesItBackIsReported() {
        call("SITE");
        at("2026-11-24T10:14+01:00");
        tasks.claim(task("callCompany").getId(), "caller");
        assertThat(timer("BoundaryEvent_InquiryLate").getDuedate())
                .isEqualTo(Date.from(instant("2026-11-24T11:14+01:00")));
        tasks.setAssignee(task("callCompany").getId(), null);
        assertThat(timer("BoundaryEvent_InquiryLate").getDuedate())
                .isEqualTo(Date.from(instant("2026-11-24T10:15+01:00")));
    }

    @Test
    void anInquiryAtNightIsPromisedForTheMorning() {
        at("2026-11-24T22:00+01:00");
        call("SITE");
        assertThat(task("callCompany").getDueDate()).isEqualTo(Date.from(instant("2026-11-25T09:15+01:00")));
    }

    @Test
    void nobodyOnAListWaitsForUs() {
        call("LIST");
        assertThat(task("callCompany").getPriority()).isEqualTo(40);
        assertThat(task("callCompany").getDueDate())
                .as("in the morning, since it began in the morning")
                .isEqualTo(Date.from(instant("2026-11-24T13:00+01:00")));
        assertThat(management.createJobQuery().processInstanceId(lead.getId()).list())
                .as("only the end of the calling hours")
                .hasSize(1);
    }

    @Test
    void theManagerReadsByWhichScriptTheAnswersWereAsked() {
        call("LIST");
        tasks.claim(task("callCompany").getId(), "caller");
        answer(4000, "buysNow", "YES", "supplier", "Kartonage Nord", "nextStep", "A manager calls on Monday");
        assertThat(jdbc.sql("select script from call_attempt where opportunity_number = ? and script_version > 0")
                        .param(opportunity)
                        .query(String.class)
                        .list())
                .containsExactly("callCompany");
        assertThat(tasks.getVariable(task("acceptLead").getId(), "cardFacts").toString())
                .contains("Do you buy such goods now?: Yes")
                .contains("Who supplies you today?: Kartonage Nord")
                .contains("Agreed: A manager calls on Monday")
                .contains("Asked by caller with the script callCompany, version ");
        assertThat(jdbc.sql("select question || '=' || answer from task_answer where case_number = ? order by question")
                        .param(opportunity)
                        .query(String.class)
                        .list())
                .containsExactly("buysNow=YES", "supplier=Kartonage Nord");
    }

    @Test
    void theCallerSeesWhomToCallOnOnePage() {
        call("LIST");
        assertThat(tasks.getVariables(task("callCompany").getId()))
                .containsEntry("cardPerson", "Anna Schmidt")
                .containsEntry("cardPhone", phone)
                .containsEntry("cardTel", phone.replace(" ", ""))
                .containsEntry("cardSource", "their imprint")
                .hasEntrySatisfying("cardHours", hours -> assertThat(hours.toString())
                        .matches("Calls until 6:00\\hPM, their time \\(Europe/Berlin\\)"));
    }

    /** Nothing of the task may tell what the sieve said. */
    @Test
    void aManagerJudgesPassedAndDroppedLeadsAlike() {
        sampleShare(1);
        Map<String, Object> passed = judged(4000);
        complete("judgeLead", "outcome", "WORTH_IT");
        assertThat(task("acceptLead")).isNotNull();
        company = companies.add("Callee %d GmbH".formatted(LAST.incrementAndGet()));
        phone = "+49 30 9017" + (100 + LAST.get());
        Map<String, Object> dropped = judged(100);
        assertThat(passed.keySet()).isEqualTo(dropped.keySet());
        assertThat(passed.values().toString() + dropped.values()).doesNotContain("PASS", "DROP");
        complete("judgeLead", "outcome", "NOT_WORTH_IT");
        assertThat(opportunities.result(opportunity)).contains(LeadResult.DROPPED);
        assertThat(jdbc.sql("select sieve_result from lead_judgement where opportunity_number = ? and sampled"
                                + " and not worth_it and judged_by is null")
                        .param(opportunity)
                        .query(String.class)
                        .list())
                .containsExactly("DROP");
    }

    @Test
    void aPassedLeadThatNoManagerWantsIsDropped() {
        sampleShare(1);
        judged(4000);
        complete("judgeLead", "outcome", "NOT_WORTH_IT");
        assertThat(opportunities.result(opportunity)).contains(LeadResult.DROPPED);
    }

    /** What a manager's browser gets, with everything that describes the task. */
    private Map<String, Object> judged(int volume) {
        call("LIST");
        answer(volume);
        Task task = task("judgeLead");
        as("manager", "managers");
        Map<String, Object> seen = new HashMap<>(forms.getTaskFormVariables(task.getId()));
        identity.clearAuthentication();
        seen.put("task", List.of(task.getName(), task.getPriority(), String.valueOf(task.getDescription())));
        return seen;
    }

    private void promised() {
        call("LIST");
        tasks.claim(task("callCompany").getId(), "caller");
        complete("callCompany", "outcome", "CALLBACK", "callbackTime", "2026-11-26T14:30+01:00");
        assertThat(begins()).isEqualTo(instant("2026-11-26T14:30+01:00"));
        at("2026-11-26T14:30+01:00");
        run("Event_CallingHours");
    }

    private void untaken(int rounds) {
        for (int round = 1; round <= rounds; round++) {
            run("BoundaryEvent_CallingHoursEnded");
            if (timer("Event_CallingHours") != null) {
                run("Event_CallingHours");
            }
        }
    }

    private void answer(int volume, Object... more) {
        Map<String, Object> values = new HashMap<>(
                Map.of("outcome", "ANSWERED", "volume", volume, "interestLevel", "HIGH", "decides", true));
        for (int i = 0; i < more.length; i += 2) {
            values.put((String) more[i], more[i + 1]);
        }
        tasks.complete(task("callCompany").getId(), values);
    }

    private void call(String channel) {
        start(channel);
        run("Event_CallingHours");
    }

    private void start(String channel) {
        companies.learn(
                company,
                Map.of("phone", phone, "person", "Anna Schmidt", "fit", "GOOD"),
                "their imprint",
                "researcher");
        opportunity = opportunities.add(company, channel);
        lead = runtime.startProcessInstanceByKey("acquireClient", opportunity, Map.of("companyNumber", company));
    }

    private Instant begins() {
        return timer("Event_CallingHours").getDuedate().toInstant();
    }

    private void run(String activity) {
        management.executeJob(timer(activity).getId());
    }

    private Job timer(String activity) {
        return management
                .createJobQuery()
                .processInstanceId(lead.getId())
                .activityId(activity)
                .singleResult();
    }

    private Task task(String station) {
        return tasks.createTaskQuery()
                .processInstanceId(lead.getId())
                .taskDefinitionKey(station)
                .singleResult();
    }

    private void complete(String station, Object... pairs) {
        tasks.complete(task(station).getId(), Answers.of(pairs));
    }

    private int mails(String subject) {
        return jdbc.sql("select count(*) from mail where recipient = 'head@example.com' and subject = ?")
                .param(subject)
                .query(Integer.class)
                .single();
    }

    private void as(String login, String group) {
        identity.setAuthentication(login, List.of(group));
    }

    private void sampleShare(double share) {
        ReflectionTestUtils.setField(AopTestUtils.<Object>getUltimateTargetObject(acquiring), "sampleShare", share);
    }

    private static void at(String time) {
        ClockUtil.setCurrentTime(Date.from(instant(time)));
    }

    private static Instant instant(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }
}
