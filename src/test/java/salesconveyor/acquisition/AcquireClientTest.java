package salesconveyor.acquisition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
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
import org.springframework.test.util.AopTestUtils;
import org.springframework.test.util.ReflectionTestUtils;
import salesconveyor.Answers;
import salesconveyor.ConveyorTest;
import salesconveyor.OwnPhone;
import salesconveyor.companies.Companies;
import salesconveyor.companies.ContactScope;
import salesconveyor.companies.Contacting;
import salesconveyor.companies.SuppressionList;
import salesconveyor.engine.Nudges;

/** Every path of stage 1. */
@ConveyorTest
class AcquireClientTest {
    private static final AtomicInteger LAST = new AtomicInteger();
    private static final Instant CENTURY = Instant.parse("2100-01-01T00:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-24T09:00:00Z");

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    HistoryService history;

    @Autowired
    Nudges nudges;

    @Autowired
    Companies companies;

    @Autowired
    Opportunities opportunities;

    @Autowired
    SuppressionList suppressions;

    @Autowired
    Contacting contacting;

    @Autowired
    Acquiring acquiring;

    @Autowired
    JdbcClient jdbc;

    private ProcessInstance lead;
    private String opportunity;
    private String company;

    @BeforeEach
    void aCompanyIsFound() {
        ClockUtil.setCurrentTime(Date.from(TUESDAY));
        company = companies.add("Acme %d GmbH".formatted(LAST.incrementAndGet()));
        start();
    }

    @AfterEach
    void tidy() {
        ClockUtil.reset();
        sampleShare(0);
        runtime.createProcessInstanceQuery()
                .processDefinitionKey("acquireClient")
                .list()
                .forEach(left -> runtime.deleteProcessInstance(left.getId(), "test"));
    }

    @Test
    void aLeadIsAccepted() {
        research();
        assertThat(companies.get(company).phone()).isEqualTo(OwnPhone.of(opportunity));
        callingHoursBegin();
        assertThat(tasks.getVariable(task("callCompany").getId(), "cardFacts").toString())
                .contains("Anna Schmidt");
        answer(4000, "SOME", false);
        tasks.claim(task("acceptLead").getId(), "manager");
        complete("acceptLead", "outcome", "ACCEPT");
        assertEnded("EndEvent_LeadAccepted", LeadResult.ACCEPTED);
        assertThat(variable("manager")).isEqualTo("manager");
    }

    @Test
    void theSourceOfEachFactIsKept() {
        research();
        assertThat(jdbc.sql("select distinct source from company_fact where company_number = ? and not derived")
                        .param(company)
                        .query(String.class)
                        .list())
                .containsExactly("their imprint");
    }

    @ParameterizedTest
    @CsvSource({"NOT_FOUND", "NOT_OUR_CLIENT"})
    void researchMayEndTheCase(String outcome) {
        complete("researchCompany", "outcome", outcome);
        assertEnded("EndEvent_NotOurClient", LeadResult.DROPPED);
    }

    @Test
    void aCardThatStaysIncompleteIsGivenUp() {
        for (int round = 1; round <= 3; round++) {
            complete("researchCompany", "outcome", "FOUND", "person", "Anna", "fit", "GOOD", "factSource", "web");
        }
        assertEnded("EndEvent_CardIncomplete", LeadResult.DROPPED);
    }

    @Test
    void asecondCaseOfACompanyIsADuplicateAndASuppressedOneIsLeftAlone() {
        start();
        assertEnded("EndEvent_LeadNotFree", LeadResult.DUPLICATE);
        company = companies.add("Quiet Ltd");
        suppressions.add(company, "asked us");
        start();
        assertEnded("EndEvent_LeadNotFree", LeadResult.SUPPRESSED);
    }

    @Test
    void whoIsNotReachedIsTriedSixTimes() {
        research();
        for (int attempt = 1; attempt <= 6; attempt++) {
            callingHoursBegin();
            complete("callCompany", "outcome", "NO_ANSWER");
        }
        assertEnded("EndEvent_NoMoreCalls", LeadResult.UNREACHABLE);
    }

    @Test
    void aCallbackComesAtThePromisedTimeToTheSameCaller() {
        research();
        callingHoursBegin();
        tasks.claim(task("callCompany").getId(), "caller");
        complete("callCompany", "outcome", "CALLBACK", "callbackTime", "2026-11-26T14:30+01:00");
        assertThat(timer().getDuedate()).isEqualTo(Date.from(Instant.parse("2026-11-26T13:30:00Z")));
        ClockUtil.setCurrentTime(timer().getDuedate());
        callingHoursBegin();
        assertThatThrownBy(() -> tasks.claim(task("callCompany").getId(), "colleague"))
                .hasMessageContaining("caller promised this call");
        tasks.claim(task("callCompany").getId(), "caller");
    }

    @Test
    void aCallbackInThePastIsRefused() {
        research();
        callingHoursBegin();
        assertThatThrownBy(
                        () -> complete("callCompany", "outcome", "CALLBACK", "callbackTime", "2026-11-20T14:30+01:00"))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("in the past");
        assertThat(task("callCompany")).isNotNull();
    }

    @Test
    void aCallbackMoreThanAQuarterAheadIsRefused() {
        research();
        callingHoursBegin();
        assertThatThrownBy(
                        () -> complete("callCompany", "outcome", "CALLBACK", "callbackTime", "2027-02-25T14:30+01:00"))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("92 days ahead");
        complete("callCompany", "outcome", "CALLBACK", "callbackTime", "2027-02-23T14:30+01:00");
        assertThat(timer().getDuedate()).isEqualTo(Date.from(Instant.parse("2027-02-23T13:30:00Z")));
    }

    @Test
    void aCallbackThatItsCallerMissesIsOpenToEverybodyNextDay() {
        research();
        callingHoursBegin();
        tasks.claim(task("callCompany").getId(), "caller");
        complete("callCompany", "outcome", "CALLBACK", "callbackTime", "2026-11-26T14:30+01:00");
        callingHoursBegin();
        management.executeJob(timer("BoundaryEvent_CallingHoursEnded").getId());
        callingHoursBegin();
        tasks.claim(task("callCompany").getId(), "colleague");
    }

    @Test
    void callsWaitForTheCallingHours() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-11-27T19:00:00Z")));
        research();
        assertThat(timer().getDuedate())
                .as("Monday at nine in Berlin")
                .isEqualTo(Date.from(Instant.parse("2026-11-30T08:00:00Z")));
    }

    @Test
    void aCallThatNobodyTookGoesBackWhenTheHoursEnd() {
        research();
        callingHoursBegin();
        management.executeJob(timer().getId());
        assertThat(task("callCompany")).isNull();
        assertThat(timer()).isNotNull();
    }

    @Test
    void whoTookACallJustBeforeTheHoursEndMayFinishIt() {
        research();
        callingHoursBegin();
        Instant late = Instant.parse("2026-11-24T16:50:00Z");
        ClockUtil.setCurrentTime(Date.from(late));
        tasks.claim(task("callCompany").getId(), "caller");
        assertThat(timer().getDuedate()).isEqualTo(Date.from(Instant.parse("2026-11-24T18:00:00Z")));
    }

    @Test
    void aWrongNumberGoesBackToTheResearcher() {
        research();
        callingHoursBegin();
        complete("callCompany", "outcome", "WRONG_NUMBER", "callNotes", "A fax answers");
        assertThat(tasks.getVariable(task("researchCompany").getId(), "cardMissing"))
                .isEqualTo("Phone");
        assertThat(companies.get(company).phone()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"WRONG_NUMBER", "WRONG_PERSON"})
    void whatWasWrongMustBeNoted(String outcome) {
        research();
        callingHoursBegin();
        assertThatThrownBy(() -> complete("callCompany", "outcome", outcome, "callNotes", " "))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("Notes");
        assertThat(task("callCompany")).isNotNull();
        assertThat(companies.get(company).person()).isEqualTo("Anna Schmidt");
    }

    @Test
    void whatBelongsToAWrongPersonLeavesTheCardToo() {
        research();
        companies.learn(
                company,
                Map.of("position", "Buyer", "email", "anna@example.com", "switchboard", "030 9018555"),
                "their imprint",
                null);
        callingHoursBegin();
        complete("callCompany", "outcome", "WRONG_PERSON", "callNotes", "Left in May");
        var card = companies.get(company);
        assertThat(card.person()).isNull();
        assertThat(card.position()).isNull();
        assertThat(card.phone()).isNull();
        assertThat(card.email()).isNull();
        assertThat(card.callNumber()).as("the switchboard").isEqualTo("+49 30 9018555");
    }

    /** Who will not say how much they buy is not knocked out, and is shown as not known. */
    @ParameterizedTest
    @CsvSource({", true", "'', true", "100, false"})
    void whoDoesNotSayHowMuchTheyBuyIsNotDropped(@Nullable String volume, boolean passes) {
        sampleShare(0);
        research();
        callingHoursBegin();
        complete("callCompany", "outcome", "ANSWERED", "volume", volume, "interestLevel", "HIGH", "decides", true);
        if (passes) {
            assertThat(facts("acceptLead")).contains("Per month: –; interest: High");
        } else {
            assertEnded("EndEvent_LeadDropped", LeadResult.DROPPED);
        }
    }

    @Test
    void theCardOfAClientWhoSaysNeverAgainEndsWhatItsOtherCardWaitsFor() {
        research();
        callingHoursBegin();
        answer(4000, "NONE", true);
        String other = companies.add("Other name " + opportunity);
        companies.learn(other, Map.of("phone", OwnPhone.of(opportunity)), "web", null);
        contacting.forbid(other, ContactScope.PHONE, "asked us", null);
        assertEnded("EndEvent_LeadSuppressed", LeadResult.SUPPRESSED);
    }

    @Test
    void theCallerReadsTheNotesOfTheResearcher() {
        complete(
                "researchCompany",
                "outcome",
                "FOUND",
                "phone",
                OwnPhone.of(opportunity),
                "person",
                "Anna Schmidt",
                "fit",
                "GOOD",
                "factSource",
                "web",
                "researchNotes",
                "Ask before noon");
        callingHoursBegin();
        assertThat(facts("callCompany")).contains("• Ask before noon");
    }

    @Test
    void aContactThatTurnsOutWrongAgainAndAgainIsGivenUp() {
        for (int round = 1; round <= 6; round++) {
            research();
            callingHoursBegin();
            complete("callCompany", "outcome", "WRONG_NUMBER", "callNotes", "A fax answers");
        }
        research();
        assertEnded("EndEvent_CardIncomplete", LeadResult.DROPPED);
    }

    @Test
    void theManagerReadsWhatTheCallBrought() {
        research();
        callingHoursBegin();
        answer(4000, "SOME", false);
        assertThat(facts("acceptLead"))
                .contains("• Per month: 4,000; interest: Some; decision maker: not known; fit: Good")
                .doesNotContain("PASS");
    }

    @ParameterizedTest
    @CsvSource({"REFUSED, DROPPED", "ALREADY_CLIENT, DUPLICATE", "DO_NOT_CALL, SUPPRESSED"})
    void aCallMayEndTheCase(String outcome, LeadResult result) {
        research();
        callingHoursBegin();
        complete("callCompany", "outcome", outcome, "refusalReason", outcome.equals("REFUSED") ? "busy" : null);
        assertEnded("EndEvent_NoMoreCalls", result);
        assertThat(suppressions.contains(company)).isEqualTo(outcome.equals("DO_NOT_CALL"));
    }

    @Test
    void aGoodCompanyWithoutInterestIsAskedAgainLater() {
        research();
        callingHoursBegin();
        answer(4000, "NONE", true);
        management.executeJob(timer().getId());
        callingHoursBegin();
        answer(4000, "NONE", true);
        assertThat(nudges.toCase("inquiryRepeated", opportunity)).isEqualTo(1);
        callingHoursBegin();
        assertThat(task("callCompany")).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void attemptsStartAnewAfterTheNurture(boolean inquiry) {
        research();
        for (int attempt = 1; attempt <= 5; attempt++) {
            callingHoursBegin();
            complete("callCompany", "outcome", "NO_ANSWER");
        }
        callingHoursBegin();
        answer(4000, "NONE", true);
        if (inquiry) {
            nudges.toCase("inquiryRepeated", opportunity);
        } else {
            management.executeJob(timer().getId());
        }
        for (int attempt = 1; attempt <= 5; attempt++) {
            callingHoursBegin();
            complete("callCompany", "outcome", "NO_ANSWER");
        }
        callingHoursBegin();
        assertThat(task("callCompany")).isNotNull();
        complete("callCompany", "outcome", "NO_ANSWER");
        assertEnded("EndEvent_NoMoreCalls", LeadResult.UNREACHABLE);
    }

    @Test
    void whoStaysWithoutInterestIsDroppedAfterThreeNurtures() {
        sampleShare(0);
        research();
        for (int time = 1; time <= 3; time++) {
            callingHoursBegin();
            answer(4000, "NONE", true);
            management.executeJob(timer().getId());
        }
        callingHoursBegin();
        answer(4000, "NONE", true);
        assertEnded("EndEvent_LeadDropped", LeadResult.DROPPED);
    }

    @Test
    void theSmallFryIsDropped() {
        sampleShare(0);
        drop();
        assertEnded("EndEvent_LeadDropped", LeadResult.DROPPED);
    }

    @ParameterizedTest
    @CsvSource({"WORTH_IT", "NOT_WORTH_IT"})
    void aShareOfTheDroppedIsJudgedByAManager(String judgement) {
        sampleShare(1);
        drop();
        assertThat(tasks.getVariables(task("judgeLead").getId())
                        .get("cardFacts")
                        .toString())
                .doesNotContain("DROP");
        complete("judgeLead", "outcome", judgement);
        if (judgement.equals("WORTH_IT")) {
            assertThat(task("acceptLead")).isNotNull();
        } else {
            assertEnded("EndEvent_LeadNotWorthIt", LeadResult.DROPPED);
        }
    }

    /** Nobody may tell from it what the sieve said: passed and dropped leads wait and are reported alike. */
    @ParameterizedTest
    @CsvSource({"4000", "100"})
    void aLeadThatNoManagerJudgesGoesOnAsTheSieveSaid(int volume) {
        sampleShare(1);
        research();
        callingHoursBegin();
        answer(volume, "HIGH", true);
        management.executeJob(timer("BoundaryEvent_JudgementLate").getId());
        management.executeJob(timer("escalateLead").getId());
        assertThat(task("judgeLead")).as("still to be judged").isNotNull();
        assertThat(jdbc.sql("select subject || ' / ' || body from mail where recipient = 'head@example.com'"
                                + " and subject like ?")
                        .param("%" + opportunity + "%")
                        .query(String.class)
                        .single()
                        .replace(opportunity, "L")
                        .replace(companies.get(company).name(), "C"))
                .startsWith(
                        "Lead L waits for a manager / C is offered to the managers and nobody has taken it in time.");
        assertThat(timer("BoundaryEvent_JudgementMissed").getDuedate())
                .as("five working days")
                .isEqualTo(Date.from(TUESDAY.plus(Duration.ofDays(7))));
        management.executeJob(timer("BoundaryEvent_JudgementMissed").getId());
        assertThat(task("judgeLead")).isNull();
        if (volume == 4000) {
            assertThat(task("acceptLead")).isNotNull();
        } else {
            assertEnded("EndEvent_LeadDropped", LeadResult.DROPPED);
        }
    }

    @Test
    void aManagerMayReturnALead() {
        research();
        callingHoursBegin();
        answer(4000, "SOME", false);
        assertThatThrownBy(() -> complete("acceptLead", "outcome", "RETURN")).hasMessageContaining("fill in");
        complete("acceptLead", "outcome", "RETURN", "whatIsMissing", "Who decides?");
        callingHoursBegin();
        assertThat(tasks.getVariable(task("callCompany").getId(), "cardFacts").toString())
                .contains("Who decides?");
    }

    @Test
    void aLeadThatIsReturnedForTheFourthTimeIsDropped() {
        research();
        for (int time = 1; time <= 4; time++) {
            callingHoursBegin();
            answer(4000, "SOME", false);
            complete("acceptLead", "outcome", "RETURN", "whatIsMissing", "Who decides?");
        }
        assertEnded("EndEvent_ReturnedTooOften", LeadResult.DROPPED);
    }

    @Test
    void theHeadOfSalesHearsOfALeadThatWaits() {
        research();
        callingHoursBegin();
        answer(4000, "SOME", false);
        management.executeJob(timer().getId());
        management.executeJob(timer("escalateLead").getId());
        assertThat(task("acceptLead")).as("still there").isNotNull();
        assertThat(mailsToTheHead()).isEqualTo(1);
        complete("acceptLead", "outcome", "RETURN", "whatIsMissing", "Who decides?");
        ClockUtil.setCurrentTime(Date.from(TUESDAY.plus(Duration.ofDays(1))));
        callingHoursBegin();
        answer(4000, "SOME", false);
        management.executeJob(timer().getId());
        management.executeJob(timer("escalateLead").getId());
        assertThat(mailsToTheHead()).as("late again the next day").isEqualTo(2);
    }

    @Test
    void whoForbidsContactIsLeftAloneAndACaseMayBeCancelled() {
        assertThat(nudges.to("contactForbidden", AcquireClient.COMPANY_NUMBER, company))
                .isEqualTo(1);
        assertEnded("EndEvent_LeadSuppressed", LeadResult.SUPPRESSED);
        company = companies.add("Other AG");
        start();
        assertThat(nudges.toCase("caseCancelled", opportunity)).isEqualTo(1);
        assertEnded("EndEvent_LeadCancelled", LeadResult.CANCELLED);
    }

    private void start() {
        opportunity = opportunities.add(company, "LIST");
        lead = runtime.startProcessInstanceByKey("acquireClient", opportunity, Map.of("companyNumber", company));
    }

    private void research() {
        complete(
                "researchCompany",
                "outcome",
                "FOUND",
                "phone",
                OwnPhone.of(opportunity),
                "person",
                "Anna Schmidt",
                "fit",
                "GOOD",
                "factSource",
                "their imprint");
    }

    private void drop() {
        research();
        callingHoursBegin();
        answer(100, "HIGH", true);
    }

    private void answer(int volume, String interest, boolean decides) {
        complete("callCompany", "outcome", "ANSWERED", "volume", volume, "interestLevel", interest, "decides", decides);
    }

    private void callingHoursBegin() {
        management.executeJob(timer().getId());
    }

    /** The next job of the case; those that never fire lie beyond this century. */
    private @Nullable Job timer() {
        return management.createJobQuery().processInstanceId(lead.getId()).list().stream()
                .filter(job ->
                        job.getDuedate() == null || job.getDuedate().toInstant().isBefore(CENTURY))
                .min(Comparator.comparing(Job::getDuedate, Comparator.nullsFirst(Comparator.naturalOrder())))
                .orElse(null);
    }

    private Job timer(String activity) {
        return management
                .createJobQuery()
                .processInstanceId(lead.getId())
                .activityId(activity)
                .singleResult();
    }

    private int mailsToTheHead() {
        return jdbc.sql("select count(*) from mail where recipient = 'head@example.com' and subject like ?")
                .param("%" + opportunity + "%")
                .query(Integer.class)
                .single();
    }

    private String facts(String station) {
        return tasks.getVariable(task(station).getId(), "cardFacts").toString();
    }

    private void sampleShare(double share) {
        ReflectionTestUtils.setField(AopTestUtils.<Object>getUltimateTargetObject(acquiring), "sampleShare", share);
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

    private Object variable(String name) {
        return history.createHistoricVariableInstanceQuery()
                .processInstanceId(lead.getId())
                .variableName(name)
                .singleResult()
                .getValue();
    }

    private void assertEnded(String end, LeadResult result) {
        assertThat(history.createHistoricActivityInstanceQuery()
                        .processInstanceId(lead.getId())
                        .activityId(end)
                        .count())
                .isEqualTo(1);
        assertThat(opportunities.result(opportunity)).contains(result);
        assertThat(variable("leadResult")).isEqualTo(result.name());
    }
}
