package salesconveyor.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.Answers;
import salesconveyor.ConveyorTest;
import salesconveyor.OwnPhone;
import salesconveyor.acquisition.Opportunities;
import salesconveyor.engine.Nudges;

/** The belt as far as it runs: from an opportunity typed in to an order, task by task as people do it. */
@ConveyorTest
class SalesConveyorTest {
    @Autowired
    FormService forms;

    @Autowired
    RepositoryService repository;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    HistoryService history;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Opportunities opportunities;

    @Autowired
    Nudges nudges;

    private String opportunity;

    @Test
    void anOpportunityTravelsToAnOrder() {
        ProcessInstance line = typeIn("Belt & Co", "REFERRAL");
        opportunity = line.getBusinessKey();
        assertThat(opportunity).matches("L-\\d{4}-\\d{6}");
        work(
                "researchCompany",
                "outcome",
                "FOUND",
                "phone",
                OwnPhone.of(opportunity),
                "person",
                "Anna",
                "fit",
                "GOOD",
                "factSource",
                "web");
        runJobs();
        work("callCompany", "outcome", "ANSWERED", "volume", 5000, "interestLevel", "HIGH", "decides", true);
        work("acceptLead", "outcome", "ACCEPT");
        work(
                "warmUpCall",
                "outcome",
                "MEETING",
                "meetingTime",
                OffsetDateTime.now().plusDays(30).toString());
        work("holdFirstMeeting", "outcome", "PROPOSAL", "need", "boxes", "proposalEmail", "anna@example.com");
        work(
                "prepareProposal",
                "outcome",
                "READY",
                "proposalRows",
                "[{\"sku\":\"BOX-S\",\"quantity\":50,\"discountPercent\":20}]");
        work("approveDiscount", "outcome", "APPROVE");
        runJobs();
        work("negotiateDeal", "outcome", "WON");
        assertThat(reached(line, "serveClient")).isEqualTo(1);
        assertThat(jdbc.sql("select station from work where case_number = ? and completed order by offered, id")
                        .param(opportunity)
                        .query(String.class)
                        .list())
                .isEqualTo(List.of(
                        "researchCompany",
                        "callCompany",
                        "acceptLead",
                        "warmUpCall",
                        "holdFirstMeeting",
                        "prepareProposal",
                        "approveDiscount",
                        "negotiateDeal"));
    }

    @Test
    void aLeadThatIsNotOurClientAndADealThatIsLostLeaveTheBelt() {
        ProcessInstance line = typeIn("Not Ours", "LIST");
        opportunity = line.getBusinessKey();
        work("researchCompany", "outcome", "NOT_FOUND");
        assertEnded(line, "EndEvent_Dropped");
        line = typeIn("Lost Ltd", "LIST");
        opportunity = line.getBusinessKey();
        work(
                "researchCompany",
                "outcome",
                "FOUND",
                "phone",
                OwnPhone.of(opportunity),
                "person",
                "Anna",
                "fit",
                "GOOD",
                "factSource",
                "web");
        runJobs();
        work("callCompany", "outcome", "ANSWERED", "volume", 5000, "interestLevel", "HIGH", "decides", true);
        work("acceptLead", "outcome", "ACCEPT");
        work("warmUpCall", "outcome", "LOST", "lostReason", "NO_NEED");
        assertEnded(line, "EndEvent_Lost");
    }

    @Test
    void anOpportunityWithoutACompanyIsRefusedAndNothingIsWritten() {
        int before = opportunities();
        assertThatThrownBy(() -> typeIn(" ", "LIST")).hasMessageContaining("fill in");
        assertThatThrownBy(() -> typeIn("Acme", "ELSEWHERE")).hasMessageContaining("how you found each other");
        assertThat(opportunities()).isEqualTo(before);
    }

    @Test
    void aSecondOpportunityOfACompanyWhoseCaseRunsIsADuplicate() {
        ProcessInstance line = typeIn("Twins on the Belt", "LIST");
        String company = opportunities.find(line.getBusinessKey()).orElseThrow().companyNumber();
        String second = opportunities.add(company, "LIST");
        nudges.begin("salesConveyor", second, Map.of("companyNumber", company));
        assertThat(jdbc.sql("select outcome from opportunity where number = ?")
                        .param(second)
                        .query(String.class)
                        .single())
                .isEqualTo("DUPLICATE");
    }

    private int opportunities() {
        return jdbc.sql("select count(*) from opportunity").query(Integer.class).single();
    }

    private ProcessInstance typeIn(String company, String channel) {
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("salesConveyor")
                .latestVersion()
                .singleResult()
                .getId();
        return forms.submitStartForm(definition, Map.of("companyName", company, "channel", channel));
    }

    private void work(String station, Object... pairs) {
        var task = tasks.createTaskQuery()
                .processInstanceBusinessKey(opportunity)
                .taskDefinitionKey(station)
                .singleResult();
        assertThat(task).as(station).isNotNull();
        tasks.complete(task.getId(), Answers.of(pairs));
    }

    private void runJobs() {
        management.createJobQuery().list().stream()
                .filter(job -> job.getProcessInstanceId() != null)
                .filter(job -> opportunity.equals(businessKey(job.getProcessInstanceId())))
                .forEach(job -> management.executeJob(job.getId()));
    }

    private String businessKey(String instance) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getBusinessKey();
    }

    private void assertEnded(ProcessInstance line, String end) {
        assertThat(reached(line, end)).isEqualTo(1);
    }

    private long reached(ProcessInstance line, String end) {
        return history.createHistoricActivityInstanceQuery()
                .processInstanceId(line.getId())
                .activityId(end)
                .count();
    }
}
