package salesconveyor.acquisition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.Answers;
import salesconveyor.ConveyorTest;
import salesconveyor.companies.Companies;
import salesconveyor.companies.CompanyFacts;
import salesconveyor.companies.ContactScope;
import salesconveyor.companies.Contacting;
import salesconveyor.companies.Defect;
import salesconveyor.companies.Defects;
import salesconveyor.companies.Fact;

/** The researcher's station: what the form is filled in with, what comes back, and what the next steps are told. */
@ConveyorTest
class ResearchCompanyTest {
    private static final AtomicInteger LAST = new AtomicInteger();
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
    RepositoryService repository;

    @Autowired
    Companies companies;

    @Autowired
    Opportunities opportunities;

    @Autowired
    Defects defects;

    @Autowired
    Contacting contacting;

    @Autowired
    JdbcClient jdbc;

    private String lead;
    private String opportunity;
    private String company;
    private String phone;

    @BeforeEach
    void aCompanyComesFromAList() {
        ClockUtil.setCurrentTime(Date.from(TUESDAY));
        int number = LAST.incrementAndGet();
        phone = "+49 30 90188" + (100 + number);
        company = companies.add(
                CompanyFacts.of("Researched " + number)
                        .with(Fact.PHONE, phone)
                        .with(Fact.EMAIL, "info@researched" + number + ".example.com"),
                "a list",
                "marketer");
        start();
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
    void theFormIsFilledInWithTheCardAndWithWhatAMachineKnows() {
        assertThat(shown("phone")).isEqualTo(phone);
        assertThat(shown("region")).isEqualTo("Berlin");
        assertThat(shown("zone")).isEqualTo("Europe/Berlin");
        assertThat(shown("country")).isEqualTo("DE");
        assertThat(shown("website")).startsWith("researched");
        assertThat(shown("person")).isNull();
        assertThat(shown("cardMissing")).isEqualTo("Contact person, Fit");
        assertThat(shown("cardFacts"))
                .contains("Phone: " + phone + " (a list, Nov 24, 2026, marketer)")
                .contains("Time zone: Europe/Berlin (derived from the phone number, Nov 24, 2026)");
    }

    @Test
    void whatIsStillMissingIsSaidInWords() {
        found("fit", "GOOD");
        assertThat(shown("cardMissing")).isEqualTo("Contact person");
        assertThat(shown("fit")).isEqualTo("GOOD");
    }

    @Test
    void eachFactHasItsSource() {
        found(
                "person",
                "Anna Schmidt",
                "fit",
                "GOOD",
                "employees",
                "50-249",
                "sourcesDiffer",
                true,
                "employeesSource",
                "annual report 2025");
        assertThat(sources())
                .containsEntry("person", "their imprint")
                .containsEntry("employees", "annual report 2025")
                .containsEntry("phone", "a list")
                .containsEntry("zone", "derived from the phone number");
    }

    @Test
    void aSourceOfItsOwnCountsOnlyWhenTheResearcherSaysThatSourcesDiffer() {
        found("person", "Anna Schmidt", "fit", "GOOD", "personSource", "left over");
        assertThat(sources()).containsEntry("person", "their imprint");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            phone     | 12345            | is not a valid phone number
            email     | nobody           | is not a valid e-mail address
            employees | a lot            | is not a number of employees
            zone      | nowhere          | is not a time zone
            taxNumber | DE12             | is not a valid tax number
            website   | acme             | is not a valid web address
            """)
    void whatIsNotWellFormedIsRefusedAndTheTaskStays(String field, String text, String sentence) {
        assertThatThrownBy(() -> found(field, text, "person", "Anna", "fit", "GOOD"))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining(sentence);
        assertThat(task("researchCompany")).isNotNull();
        assertThat(companies.get(company).person()).isNull();
    }

    @Test
    void nothingOfTheFormStaysInTheEngine() {
        found("person", "Anna Schmidt", "phone", "+49 30 9018999", "email", "anna.secret@example.com", "fit", "GOOD");
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(lead)
                        .variableNameIn("person", "phone", "email", "fit", "factSource")
                        .list())
                .allSatisfy(left -> assertThat(left.getValue()).isNull());
        assertThat(runtime.getVariables(lead)).doesNotContainKeys("person", "phone", "email", "fit", "region");
        assertThat(jdbc.sql("select count(*) from task_answer where case_number = ?")
                        .param(opportunity)
                        .query(Integer.class)
                        .single())
                .as("no answer that nobody asked for")
                .isZero();
    }

    @Test
    void theZoneOfTheNumberSetsTheCallingHours() {
        found("person", "Anna", "phone", "+7 383 200-12-34", "fit", "GOOD");
        assertThat(companies.get(company).zone()).isEqualTo("Asia/Novosibirsk");
        assertThat(timer().getDuedate()).as("it is 16:00 there").isEqualTo(Date.from(TUESDAY));
    }

    @Test
    void theFitFollowsOurProfile() {
        found("person", "Anna", "fit", "PARTLY", "industry", "Wholesale", "employees", "50-249");
        assertThat(runtime.getVariable(lead, "companyFit")).isEqualTo("GOOD");
        assertThat(companies.get(company).fit())
                .as("the researcher's word stays")
                .isEqualTo("PARTLY");
    }

    @Test
    void aWrongNumberComesBackWithTheNoteOfTheCallerAndCountsAsADefectOfItsAuthor() {
        found("person", "Anna Schmidt", "phone", "+49 30 9018998", "fit", "GOOD");
        management.executeJob(timer().getId());
        complete("callCompany", "outcome", "WRONG_NUMBER", "callNotes", "A fax answers");
        assertThat(shown("cardReturned"))
                .isEqualTo("The call on Nov 24, 2026: wrong number (+49 30 9018998)\n« A fax answers »");
        assertThat(shown("cardMissing")).isEqualTo("Phone");
        assertThat(shown("phone")).isNull();
        OffsetDateTime from = TUESDAY.atOffset(ZoneOffset.UTC);
        assertThat(defects.between(from, from.plusHours(1)).stream()
                        .filter(defect -> defect.opportunityNumber().equals(opportunity)))
                .extracting(Defect::author, Defect::kind)
                .containsExactly(tuple("researcher" + LAST, Defect.Kind.WRONG_NUMBER));
    }

    @Test
    void aWrongPersonComesBackToo() {
        found("person", "Anna Schmidt", "fit", "GOOD");
        management.executeJob(timer().getId());
        complete("callCompany", "outcome", "WRONG_PERSON", "callNotes", "Left in May");
        assertThat(shown("cardReturned"))
                .contains("wrong person (Anna Schmidt)")
                .contains("Left in May");
        assertThat(shown("cardMissing")).isEqualTo("Contact person");
        assertThat(shown("phone")).isEqualTo(phone);
    }

    @ParameterizedTest
    @CsvSource({"COMPANY, phone", "PHONE, phone", "COMPANY, switchboard", "COMPANY, taxNumber"})
    void whatProvesThatTheCompanyForbadeCallsEndsTheCase(ContactScope scope, String fact) {
        String value = fact.equals("taxNumber") ? "7707083893" : "+49 30 40170" + (100 + LAST.get());
        String quiet = companies.add("Quiet " + LAST.get());
        companies.learn(quiet, Map.of(fact.equals("taxNumber") ? fact : "phone", value), "web", null);
        contacting.forbid(quiet, scope, "asked us", null);
        found(fact, value, "person", "Anna", "fit", "GOOD", "country", fact.equals("taxNumber") ? "RU" : "DE");
        assertThat(opportunities.result(opportunity)).contains(LeadResult.SUPPRESSED);
        assertThat(runtime.createProcessInstanceQuery().processInstanceId(lead).count())
                .isZero();
        assertThat(companies.get(company).person()).as("the facts are kept").isEqualTo("Anna");
        jdbc.sql("update company set tax_number = null where number in (?, ?)")
                .params(quiet, company)
                .update();
    }

    @ParameterizedTest
    @CsvSource({"true, DUPLICATE", "false, "})
    void whatProvesThatTheCompanysCaseRunsEndsThisOne(boolean runs, @Nullable LeadResult result) {
        String site = "www.running" + LAST.get() + ".de";
        String known = companies.add("Known " + LAST.get());
        companies.learn(known, Map.of("website", site), "web", null);
        String other = opportunities.add(known, "LIST");
        opportunities.owned(other, "manager");
        if (!runs) {
            opportunities.ended(other, LeadResult.DROPPED);
        }
        opportunities.note(opportunity, "Wants boxes");
        found("website", site, "person", "Anna", "fit", "GOOD");
        assertThat(opportunities.result(opportunity)).isEqualTo(Optional.ofNullable(result));
        assertThat(opportunities.result(other).isEmpty()).isEqualTo(runs);
        assertThat(jdbc.sql("select count(*) from mail where recipient = 'manager@example.com' and body like ?")
                        .param("%" + other + "%Wants boxes%")
                        .query(Integer.class)
                        .single())
                .as("what was said is told to the owner")
                .isEqualTo(runs ? 1 : 0);
    }

    @Test
    void anOwnerMayAskForOneMoreFact() throws Exception {
        String shipped = new ClassPathResource("processes/cardCompleteness.dmn")
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        String more = shipped.replace(
                "<rule id=\"missingFacts_rule3\">",
                "<rule id=\"missingFacts_rule9\"><inputEntry id=\"in9\"><text>not(contains(?, \"expectedNeed\"))</text>"
                        + "</inputEntry><outputEntry id=\"out9\"><text>\"expectedNeed\"</text></outputEntry></rule>"
                        + "<rule id=\"missingFacts_rule3\">");
        String deployment = repository
                .createDeployment()
                .addString("cardCompleteness.dmn", more)
                .deploy()
                .getId();
        try {
            found("person", "Anna", "fit", "GOOD");
            assertThat(shown("cardMissing")).isEqualTo("Expected need");
            found("expectedNeed", "Boxes", "fit", "GOOD");
            assertThat(task("researchCompany")).isNull();
        } finally {
            repository.deleteDeployment(deployment, true);
        }
    }

    private void start() {
        opportunity = opportunities.add(company, "LIST");
        lead = runtime.startProcessInstanceByKey("acquireClient", opportunity, Map.of("companyNumber", company))
                .getId();
    }

    private void found(Object... pairs) {
        Map<String, Object> values = Answers.of(pairs);
        values.put("outcome", "FOUND");
        values.put("factSource", "their imprint");
        String task = task("researchCompany").getId();
        tasks.setAssignee(task, "researcher" + LAST);
        tasks.complete(task, values);
    }

    private void complete(String station, Object... pairs) {
        tasks.complete(task(station).getId(), Answers.of(pairs));
    }

    private @Nullable String shown(String name) {
        return (String) tasks.getVariable(task("researchCompany").getId(), name);
    }

    private Map<String, String> sources() {
        Map<String, String> sources = new HashMap<>();
        jdbc.sql("select field, source from company_fact where company_number = ? order by id")
                .param(company)
                .query(row -> {
                    sources.put(row.getString(1), row.getString(2));
                });
        return sources;
    }

    private Job timer() {
        return management.createJobQuery().processInstanceId(lead).singleResult();
    }

    private Task task(String station) {
        return tasks.createTaskQuery()
                .processInstanceId(lead)
                .taskDefinitionKey(station)
                .singleResult();
    }
}
