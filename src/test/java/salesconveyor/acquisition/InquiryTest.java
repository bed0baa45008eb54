package salesconveyor.acquisition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.ConveyorTest;
import salesconveyor.companies.Companies;
import salesconveyor.companies.Consents;
import salesconveyor.companies.ContactScope;
import salesconveyor.companies.Contacting;

/** What an inquiry starts, wakes, and leaves alone. */
@ConveyorTest
class InquiryTest {
    private static final AtomicInteger LAST = new AtomicInteger();
    private static final Visit HERE = new Visit("198.51.100.7", Locale.ENGLISH);

    @Autowired
    InquiryDesk desk;

    @Autowired
    Companies companies;

    @Autowired
    Opportunities opportunities;

    @Autowired
    Contacting contacting;

    @Autowired
    Consents consents;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private final int visitor = LAST.incrementAndGet();
    private final String name = "Inquirer " + visitor;
    private final String phone = "+49 30 90182" + (100 + visitor);
    private final String email = "anna@inquirer" + visitor + ".example.com";

    @Test
    void anUnknownCompanyGetsACardAndACase() {
        ask("Do you sell boxes?");
        var card = companies.get(company());
        assertThat(card.person()).isEqualTo("Anna");
        assertThat(card.phone()).isEqualTo(phone);
        assertThat(jdbc.sql("select distinct source from company_fact where company_number = ? and not derived")
                        .param(company())
                        .query(String.class)
                        .list())
                .containsExactly("inquiry on the site");
        assertThat(channel()).isEqualTo("SITE");
        assertThat(opportunities.find(cases().get(0)).orElseThrow().campaign()).isEqualTo("autumn");
        assertThat(facts("researchCompany"))
                .contains("Came from: newsletter / e-mail / autumn")
                .contains("« Do you sell boxes? »")
                .contains("Anna, " + name + ", " + email);
        assertThat(consents.has(email, Consents.Purpose.ANSWER)).isTrue();
        assertThat(consents.has(email, Consents.Purpose.MARKETING))
                .as("not asked for")
                .isFalse();
    }

    @Test
    void aSecondInquiryJoinsTheCaseAndShowsOnItsOpenTask() {
        ask("First?");
        ask("Second?");
        assertThat(cases()).hasSize(1);
        assertThat(facts("researchCompany")).startsWith("« Second? »").contains("« First? »");
    }

    @Test
    void aSecondClickIsNotASecondInquiry() {
        ask("Same?");
        ask("Same?");
        assertThat(count("inquiry where email = '" + email + "'")).isEqualTo(1);
    }

    @Test
    void twoAtOnceStartOneCase() throws Exception {
        String twins = "Twins " + visitor;
        var pool = Executors.newFixedThreadPool(4);
        try {
            Callable<Object> one = () -> desk.receive(form(twins, "Same?"), HERE);
            Callable<Object> two = () -> desk.receive(form(twins, "Other?"), HERE);
            for (var answer : pool.invokeAll(List.of(one, two, one, two))) {
                assertThat(answer.get()).isEqualTo(Map.of());
            }
        } finally {
            pool.shutdown();
        }
        assertThat(count("company where name = '" + twins + "'")).isEqualTo(1);
        assertThat(count("inquiry where company = '" + twins + "'")).isEqualTo(2);
        assertThat(count(
                        "opportunity where company_number = (select number from company where name = '" + twins + "')"))
                .isEqualTo(1);
    }

    @Test
    void aStrangerDoesNotOverwriteTheCard() {
        String company = companies.add(name);
        companies.learn(
                company,
                Map.of("phone", "+49 89 2180" + (100 + visitor), "person", "Berta"),
                "their imprint",
                "researcher");
        ask("Call me!");
        assertThat(companies.get(company).phone()).isEqualTo("+49 89 2180" + (100 + visitor));
        assertThat(companies.get(company).person()).isEqualTo("Berta");
        assertThat(facts("researchCompany")).contains(phone);
    }

    @Test
    void anInquiryWakesALeadThatIsNurtured() {
        ask("Do you sell boxes?");
        complete("researchCompany", Map.of("outcome", "FOUND", "fit", "GOOD", "factSource", "web"));
        runJob();
        complete(
                "callCompany", Map.of("outcome", "ANSWERED", "volume", 5000, "interestLevel", "NONE", "decides", true));
        assertThat(task("callCompany")).as("nurtured").isNull();
        ask("We need boxes now");
        runJob();
        assertThat(facts("callCompany")).startsWith("« We need boxes now »");
        assertThat(cases()).hasSize(1);
    }

    @Test
    void aManagerWhoSellsReadsItOnTheOpenTask() {
        String company = companies.add(name);
        String sold = opportunities.add(company, "LIST");
        opportunities.ended(sold, LeadResult.ACCEPTED);
        runtime.startProcessInstanceByKey(
                "sellToClient", sold, Map.of("companyNumber", company, "manager", "manager", "repeatOrder", false));
        ask("And in blue?");
        assertThat(cases()).containsExactly(sold);
        assertThat(tasks.getVariable(task("warmUpCall").getId(), "saleStory").toString())
                .startsWith("« And in blue? »");
    }

    @Test
    void aSaleThatWaitsForALaterTimeIsWokenAndItsManagerReadsWhy() {
        String company = companies.add(name);
        String sold = opportunities.add(company, "LIST");
        opportunities.ended(sold, LeadResult.ACCEPTED);
        runtime.startProcessInstanceByKey(
                "sellToClient", sold, Map.of("companyNumber", company, "manager", "manager", "repeatOrder", false));
        complete(
                "warmUpCall",
                Map.of(
                        "outcome",
                        "LATER",
                        "laterDate",
                        LocalDate.now(clock).plusDays(40).toString(),
                        "laterReason",
                        "BUDGET_LATER"));
        assertThat(task("warmUpCall")).as("waits").isNull();
        ask("We are ready now");
        assertThat(cases()).containsExactly(sold);
        assertThat(task("warmUpCall").getAssignee()).isEqualTo("manager");
        assertThat(tasks.getVariable(task("warmUpCall").getId(), "saleStory").toString())
                .startsWith("« We are ready now »")
                .contains("Came from: newsletter / e-mail / autumn");
    }

    @ParameterizedTest
    @CsvSource({"COMPANY, false", "PHONE, false", "COMPANY, true", "PHONE, true"})
    void whoForbadeContactAndWritesIsAnsweredByAHead(ContactScope scope, boolean byItsOtherCard) {
        String company = companies.add(name);
        contacting.forbid(byItsOtherCard ? twin(company) : company, scope, "asked us", null);
        ask("Changed my mind");
        assertThat(cases()).isEmpty();
        assertThat(count("inquiry where company_number = '" + company + "' and opportunity_number is null"))
                .isEqualTo(1);
        assertThat(count("mail where recipient = 'head@example.com' and subject like '" + name + " %forbidden'"))
                .isEqualTo(1);
    }

    @Test
    void anInquiryOfACompanyWithTwoCardsJoinsTheCaseOfTheOther() {
        String twin = twin(companies.add(name));
        String running = opportunities.add(twin, "LIST");
        runtime.startProcessInstanceByKey("acquireClient", running, Map.of("companyNumber", twin));
        ask("Do you know us?");
        assertThat(cases()).isEmpty();
        assertThat(tasks.getVariable(
                        tasks.createTaskQuery()
                                .processInstanceBusinessKey(running)
                                .singleResult()
                                .getId(),
                        "cardFacts"))
                .asString()
                .startsWith("« Do you know us? »");
    }

    @Test
    void anInquiryOfAClientWhoseOrderRunsGoesToTheOwnerByMail() {
        String company = companies.add(name);
        String sold = opportunities.add(company, "LIST");
        opportunities.owned(sold, "manager");
        opportunities.ended(sold, LeadResult.ACCEPTED);
        ask("Where is it?");
        assertThat(cases()).containsExactly(sold);
        assertThat(count("mail where recipient = 'manager@example.com' and body like '%Where is it?%' and body like '%"
                        + sold + "%'"))
                .isEqualTo(1);
    }

    @Test
    void aMachineThatFillsInTheTrapIsThankedAndForgotten() {
        var trap = new InquiryForm(
                name,
                "Bot",
                email,
                null,
                "Buy!",
                "true",
                "true",
                "http://spam.example",
                null,
                null,
                null,
                null,
                null,
                null);
        assertThat(desk.receive(trap, HERE)).isEmpty();
        assertThat(count("inquiry where email = '" + email + "'")).isZero();
    }

    /** A second card of the company, known by the telephone alone. */
    private String twin(String company) {
        companies.learn(company, Map.of("phone", phone), "their imprint", null);
        String twin = companies.add("Another name " + visitor);
        companies.learn(twin, Map.of("phone", phone), "their imprint", null);
        return twin;
    }

    private void ask(String message) {
        assertThat(desk.receive(form(name, message), HERE)).isEmpty();
    }

    private InquiryForm form(String company, String message) {
        return new InquiryForm(
                company,
                "Anna",
                email,
                phone,
                message,
                "true",
                null,
                "",
                null,
                "newsletter",
                "e-mail",
                "autumn",
                "inquiry-1",
                null);
    }

    private String company() {
        return jdbc.sql("select number from company where name = ?")
                .param(name)
                .query(String.class)
                .single();
    }

    private String channel() {
        return jdbc.sql("select channel from opportunity where number = ?")
                .param(cases().get(0))
                .query(String.class)
                .single();
    }

    private List<String> cases() {
        return jdbc.sql("select number from opportunity where company_number = ?")
                .param(company())
                .query(String.class)
                .list();
    }

    private int count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Integer.class).single();
    }

    private void runJob() {
        var instance = runtime.createProcessInstanceQuery()
                .processDefinitionKey("acquireClient")
                .processInstanceBusinessKey(cases().get(0))
                .singleResult();
        var job =
                management.createJobQuery().processInstanceId(instance.getId()).singleResult();
        management.executeJob(job.getId());
    }

    private Task task(String station) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(cases().get(0))
                .taskDefinitionKey(station)
                .singleResult();
    }

    private String facts(String station) {
        return (String) tasks.getVariable(task(station).getId(), "cardFacts");
    }

    private void complete(String station, Map<String, Object> values) {
        tasks.complete(task(station).getId(), values);
    }
}
