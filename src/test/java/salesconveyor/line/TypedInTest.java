package salesconveyor.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.ConveyorTest;
import salesconveyor.Door;
import salesconveyor.acquisition.Opportunities;
import salesconveyor.companies.Companies;
import salesconveyor.companies.ContactScope;
import salesconveyor.companies.Contacting;
import salesconveyor.companies.SuppressionList;
import salesconveyor.engine.Identities;

/** Calls, referrals and other contacts that one of us types in, of companies that we know and of new ones. */
@ConveyorTest
class TypedInTest {
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
    Opportunities opportunities;

    @Autowired
    Companies companies;

    @Autowired
    SuppressionList suppressions;

    @Autowired
    Contacting contacting;

    @Autowired
    CaseStory stories;

    @Autowired
    CaseFiles files;

    @Autowired
    TestRestTemplate browser;

    @Autowired
    JdbcClient jdbc;

    private final String name = "Typed In " + LAST.incrementAndGet() + " KG";

    @Test
    void aNewCompanyComesWithWhoReferredItAndWhatWasSaid() {
        String number = typeIn("channel", "REFERRAL", "campaign", "Petrov", "firstNote", "Needs 300 boxes");
        var opportunity = opportunities.find(number).orElseThrow();
        assertThat(opportunity.channel()).isEqualTo("REFERRAL");
        assertThat(opportunity.campaign()).isEqualTo("Petrov");
        assertThat(facts(number, "researchCompany")).startsWith("• Referral: Petrov\n• Needs 300 boxes");
        assertThat(jdbc.sql("select source from company_fact where company_number = ? and field = 'person'")
                        .param(opportunity.companyNumber())
                        .query(String.class)
                        .single())
                .isEqualTo("Referral, Petrov");
    }

    @Test
    void aCallOfACompanyWhoseCaseRunsIsLoggedThereAndShownAtOnce() {
        String number = typeIn("channel", "REFERRAL");
        assertThat(typeIn("channel", "PHONE_IN", "contactPerson", "Berta", "firstNote", "Where is our offer?"))
                .isEqualTo(number);
        assertThat(cases()).containsExactly(number);
        assertThat(facts(number, "researchCompany")).startsWith("• They called us: Berta, Where is our offer?");
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(number)
                        .processDefinitionKey("salesConveyor")
                        .finished()
                        .singleResult()
                        .getEndActivityId())
                .isEqualTo("EndEvent_LoggedToCase");
        var head = new Viewer("head", Set.of("heads"));
        assertThat(stories.of(files.find(number).orElseThrow(), head)).anySatisfy(entry -> {
            assertThat(entry.station()).isEqualTo("Word from the company");
            assertThat(entry.person()).isEqualTo("caller");
            assertThat(entry.text()).isEqualTo("They called us: Berta, Where is our offer?");
        });
    }

    @Test
    void aCallWakesALeadThatIsNurtured() {
        String number = typeIn("channel", "REFERRAL");
        complete(number, "researchCompany", Map.of("outcome", "FOUND", "fit", "GOOD", "factSource", "web"));
        runJob(number);
        complete(
                number,
                "callCompany",
                Map.of("outcome", "ANSWERED", "volume", 5000, "interestLevel", "NONE", "decides", true));
        assertThat(task(number, "callCompany")).as("nurtured").isNull();
        typeIn("channel", "PHONE_IN", "firstNote", "Now we need boxes");
        runJob(number);
        assertThat(facts(number, "callCompany")).startsWith("• They called us: Anna, ");
        assertThat(cases()).containsExactly(number);
    }

    @Test
    void aCallInALateStageReachesTheOwnerByMail() {
        String company = companies.add(name);
        String sold = opportunities.add(company, "LIST");
        jdbc.sql("update opportunity set owner = 'manager', lead_result = 'ACCEPTED' where number = ?")
                .param(sold)
                .update();
        assertThat(typeIn("channel", "PHONE_IN", "firstNote", "Where is it?")).isEqualTo(sold);
        assertThat(mails("manager@example.com", sold)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"COMPANY, false", "PHONE, false", "COMPANY, true", "PHONE, true"})
    void whoAskedNotToBeContactedAndCallsIsAnsweredByAHead(ContactScope scope, boolean byItsOtherCard) {
        String company = companies.add(name);
        contacting.forbid(byItsOtherCard ? twin(company) : company, scope, "asked us", null);
        assertThat(told("caller", name)).contains("asked not to be contacted");
        String number = typeIn("channel", "PHONE_IN", "firstNote", "Changed my mind");
        assertThat(opportunities.result(number).orElseThrow().name()).isEqualTo("SUPPRESSED");
        assertThat(mails("head@example.com", company)).isEqualTo(1);
    }

    @Test
    void aCallOfACompanyWithTwoCardsIsLoggedToTheCaseOfTheOther() {
        String company = companies.add(name);
        String twin = twin(company);
        String sold = opportunities.add(twin, "LIST");
        jdbc.sql("update opportunity set owner = 'manager', lead_result = 'ACCEPTED' where number = ?")
                .param(sold)
                .update();
        assertThat(told("caller", name)).contains("its case " + sold + " runs");
        assertThat(typeIn("channel", "PHONE_IN", "firstNote", "Where is it?")).isEqualTo(sold);
        assertThat(mails("manager@example.com", sold)).isEqualTo(1);
        assertThat(cases()).isEmpty();
    }

    @Test
    void twoWhoTypeTheSameCompanyInAtOnceStartOneCase() throws Exception {
        var pool = Executors.newFixedThreadPool(2);
        try {
            Callable<Object> one = () -> typeIn("channel", "PHONE_IN", "firstNote", "one");
            Callable<Object> two = () -> typeIn("channel", "PHONE_IN", "firstNote", "two");
            for (var answer : pool.invokeAll(List.of(one, two))) {
                answer.get();
            }
        } finally {
            pool.shutdown();
        }
        assertThat(cases()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            companyName  | ''           | Please fill in "Company".
            channel      | ''           | Please fill in "How did we find each other?".
            channel      | SITE         | how you found each other
            channel      | REPEAT       | how you found each other
            companyPhone | 12           | 12 is not a valid phone number
            contactEmail | anna         | anna is not a valid e-mail address
            campaign     | x*201        | is longer than 200 characters
            firstNote    | x*2001       | is longer than 2,000 characters
            """)
    void whatIsWrongIsRefusedWithItsFieldAndNothingIsWritten(String field, String value, String sentence) {
        String entered = value.startsWith("x*") ? "x".repeat(Integer.parseInt(value.substring(2))) : value;
        assertThatThrownBy(() -> typeIn("channel", "PHONE_IN", field, entered)).hasMessageContaining(sentence);
        assertThat(jdbc.sql("select count(*) from company where name = ?")
                        .param(name)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whoTypesItInIsToldBeforehandWhatWillBecomeOfIt() {
        assertThat(told("caller", name)).isEqualTo("{\"sentence\":\"\"}");
        String number = typeIn("channel", "REFERRAL");
        assertThat(told("caller", name))
                .contains("its case " + number + " runs (owner: –)")
                .contains("no other case starts");
        complete(number, "researchCompany", Map.of("outcome", "NOT_OUR_CLIENT"));
        assertThat(told("marketer", name)).contains("recognised by: Name and city. A new case starts for it.");
        suppressions.add(opportunities.find(number).orElseThrow().companyNumber(), "asked us");
        assertThat(told("head", name)).contains("asked not to be contacted");
        assertThat(Door.rest(browser, "researcher")
                        .get("/api/known-companies?name=x")
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
    }

    /** A second card of the company, known by the telephone alone. */
    private String twin(String company) {
        String phone = "+49 30 90186" + (100 + LAST.get());
        companies.learn(company, Map.of("phone", phone), "their imprint", null);
        String twin = companies.add("Another " + name);
        companies.learn(twin, Map.of("phone", phone), "their imprint", null);
        return twin;
    }

    private String told(String user, String company) {
        return Door.rest(browser, user)
                .get("/api/known-companies?name=" + company)
                .getBody();
    }

    private String typeIn(String... pairs) {
        Map<String, Object> values = new HashMap<>(Map.of("companyName", name, "contactPerson", "Anna"));
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i], pairs[i + 1]);
        }
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("salesConveyor")
                .latestVersion()
                .singleResult()
                .getId();
        ProcessInstance line;
        identities.actAs("caller");
        try {
            line = forms.submitStartForm(definition, values);
        } finally {
            identities.actAsNobody();
        }
        return history.createHistoricProcessInstanceQuery()
                .processInstanceId(line.getId())
                .singleResult()
                .getBusinessKey();
    }

    private List<String> cases() {
        return jdbc.sql("select o.number from opportunity o join company c on c.number = o.company_number"
                        + " where c.name = ?")
                .param(name)
                .query(String.class)
                .list();
    }

    private int mails(String to, String words) {
        return jdbc.sql("select count(*) from mail where recipient = ? and body like ?")
                .params(to, "%" + words + "%")
                .query(Integer.class)
                .single();
    }

    private void runJob(String number) {
        var instance = runtime.createProcessInstanceQuery()
                .processDefinitionKey("acquireClient")
                .processInstanceBusinessKey(number)
                .singleResult();
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getId());
    }

    private Task task(String number, String station) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey(station)
                .singleResult();
    }

    private String facts(String number, String station) {
        return (String) tasks.getVariable(task(number, station).getId(), "cardFacts");
    }

    private void complete(String number, String station, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.putIfAbsent("phone", "+49 30 23125 " + (100 + LAST.get()));
        tasks.complete(task(number, station).getId(), all);
    }
}
