package salesconveyor.line.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.ConveyorTest;
import salesconveyor.acquisition.Opportunities;
import salesconveyor.companies.Companies;
import salesconveyor.companies.CompanyFacts;
import salesconveyor.companies.Fact;
import salesconveyor.engine.Identities;

/** The search field of Tasklist, and the cards of its list. */
@ConveyorTest
class SearchTest {
    @Autowired
    TestRestTemplate browser;

    @Autowired
    Companies companies;

    @Autowired
    Opportunities opportunities;

    @Autowired
    Identities identities;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    private final List<String> cases = new ArrayList<>();
    private String company = "";
    private String number = "";
    private String tag = "";

    @BeforeEach
    void aSaleOfTheManagerRuns() {
        identities.user("searchManager", "searchManager", "Other", "search@example.com", "managers");
        tag = UUID.randomUUID().toString().substring(0, 8);
        company = companies.add("Müller & Жёлтый Дом " + tag + " GmbH");
        number = opportunities.addRepeat(company, "manager");
        cases.add(number);
        runtime.startProcessInstanceByKey(
                "sellToClient", number, Map.of("companyNumber", company, "repeatOrder", false, "manager", "manager"));
    }

    @AfterEach
    void tidy() {
        cases.forEach(left -> runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(left)
                .rootProcessInstances()
                .list()
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "test")));
    }

    @ParameterizedTest
    @CsvSource({
        "müller ",
        "MÜLLER ",
        "mÜLLer & жёлтый дом ",
        "ЖЁЛТЫЙ ДОМ ",
        "желтый дом ",
        "дом müller ",
        "Müller & Жёлтый Дом GmbH "
    })
    void aCompanyIsFoundByAPartOfItsNameInWhateverCase(String typed) throws IOException {
        assertThat(names(search("head", typed + " " + tag))).containsExactly("Müller & Жёлтый Дом " + tag + " GmbH");
        assertThat(names(search("head", typed + " " + tag + "x"))).isEmpty();
    }

    @Test
    void aCompanyIsFoundByItsPhoneHoweverItIsWritten() throws IOException {
        String phone = "+49 30 4017" + number.substring(number.length() - 4);
        String called =
                companies.add(CompanyFacts.of("Telefon " + tag).with(Fact.PHONE, phone), "their imprint", "researcher");
        String stored = companies.get(called).phone();
        String digits = stored.replaceAll("\\D", "");
        String national = "0" + digits.substring(2);
        for (String typed : List.of(
                stored,
                "+" + digits,
                "00" + digits,
                national,
                national.substring(0, 3) + "/" + national.substring(3, 6) + "-" + national.substring(6),
                "(" + national.substring(0, 3) + ") " + national.substring(3),
                digits.substring(4))) {
            assertThat(names(search("caller", typed))).as(typed).contains("Telefon " + tag);
        }
        assertThat(names(search("caller", "1234"))).doesNotContain("Telefon " + tag);
    }

    @Test
    void aCaseAndACompanyAreFoundByTheirNumbersWrittenShort() throws IOException {
        String digits = String.valueOf(Integer.parseInt(number.substring(7)));
        for (String typed : List.of(number, number.toLowerCase(), number.substring(2), "  " + number + " ")) {
            assertThat(search("head", typed).toString()).as(typed).contains(number);
        }
        if (digits.length() > 1) {
            assertThat(search("head", digits).toString()).contains(number);
        }
        assertThat(search("head", company).toString()).contains(number, tag);
    }

    @ParameterizedTest
    @CsvSource({
        "head,           true,  true",
        "manager,        true,  true",
        "searchManager,  true,  false",
        "caller,         true,  true",
        "accountant,     true,  true",
        "researcher,     false, false"
    })
    void eachFindsAndReadsWithinTheOwnRole(String user, boolean finds, boolean reads) throws IOException {
        assertThat(search(user, tag).toString().contains(number)).isEqualTo(finds);
        var answer = get(user, "/api/cases/" + number);
        assertThat(answer.getStatusCode().value()).isEqualTo(finds ? 200 : 404);
        if (finds) {
            JsonNode told = new ObjectMapper().readTree(answer.getBody());
            assertThat(told.get("owner").asText()).isEqualTo("manager");
            assertThat(told.get("story").isNull()).isEqualTo(!reads);
        }
    }

    @Test
    void aResearcherFindsWhatWasTheOwnWorkAndNothingElse() throws IOException {
        String researched = companies.add("Own work " + tag);
        String lead = opportunities.add(researched, "LIST");
        jdbc.sql("insert into work (task, station, process, role, case_number, company_number, priority, offered,"
                        + " worker, ended, completed) values (?, 'researchCompany', 'acquireClient', 'researchers', ?, ?,"
                        + " 30, current_timestamp, 'researcher', current_timestamp, true)")
                .params("search-" + tag, lead, researched)
                .update();
        assertThat(names(search("researcher", tag))).containsExactly("Own work " + tag);
        assertThat(get("researcher", "/api/cases/" + lead).getStatusCode().value())
                .isEqualTo(200);
    }

    @Test
    void aResearcherFindsTheOwnWorkBehindThatOfOthers() throws IOException {
        for (int i = 0; i < 9; i++) {
            companies.add("Aaa behind " + tag + " " + i);
        }
        String researched = companies.add("Behind " + tag);
        String lead = opportunities.add(researched, "LIST");
        jdbc.sql("insert into work (task, station, process, role, case_number, company_number, priority, offered,"
                        + " worker, ended, completed) values (?, 'researchCompany', 'acquireClient', 'researchers', ?, ?,"
                        + " 30, current_timestamp, 'researcher', current_timestamp, true)")
                .params("search-b-" + tag, lead, researched)
                .update();
        JsonNode found = search("researcher", "behind " + tag);
        assertThat(names(found)).containsExactly("Behind " + tag);
        assertThat(found.get("more").asBoolean()).isFalse();
        found = search("head", "behind " + tag);
        assertThat(names(found)).hasSize(8);
        assertThat(found.get("more").asBoolean()).isTrue();
    }

    @Test
    void aSecondRoleTakesNoRightAway() throws IOException {
        identities.user("searchBoth", "searchBoth", "Both", "both@example.com", "managers");
        identities.user("searchBoth", "searchBoth", "Both", "both@example.com", "accountants");
        identities.user("searchCaller", "searchCaller", "Both", "called@example.com", "managers");
        identities.user("searchCaller", "searchCaller", "Both", "called@example.com", "callers");
        String invoice = anInvoice();
        String act = "ACT-" + tag;
        jdbc.sql(
                        "insert into closing_paper (number, kind, shipment, order_number, company_number, issued, shipped, net,"
                                + " vat, gross, currency) values (?, 'ACT', ?, ?, ?, current_date, current_date, 100, 20, 120, 'RUB')")
                .params(act, "S-" + tag, "O-" + tag, company)
                .update();
        assertThat(search("searchBoth", invoice).get("invoices").toString()).contains(invoice);
        assertThat(search("searchCaller", invoice).get("invoices")).isEmpty();
        String path = "/api/cases/" + number;
        JsonNode accountants =
                new ObjectMapper().readTree(get("accountant", path).getBody());
        assertThat(accountants.get("papers").toString()).contains(invoice, act);
        JsonNode both = new ObjectMapper().readTree(get("searchBoth", path).getBody());
        assertThat(both.get("papers")).isEqualTo(accountants.get("papers"));
        assertThat(both.get("story")).isEqualTo(accountants.get("story"));
        JsonNode called = new ObjectMapper().readTree(get("searchCaller", path).getBody());
        assertThat(called.get("papers")).isEmpty();
        assertThat(called.get("story").isNull()).isFalse();
    }

    @Test
    void invoicesAreForThoseWhoWorkWithThem() throws IOException {
        String invoice = anInvoice();
        for (String user : List.of("accountant", "head", "manager", "shipper")) {
            assertThat(search(user, invoice.toLowerCase()).get("invoices").toString())
                    .as(user)
                    .contains(invoice, "119", number);
        }
        for (String user : List.of("researcher", "caller", "assistant", "marketer", "searchManager")) {
            assertThat(search(user, invoice).get("invoices")).as(user).isEmpty();
        }
    }

    private String anInvoice() {
        String invoice = "INV-2026-9" + String.format("%05d", Math.abs(tag.hashCode()) % 100000);
        jdbc.sql("insert into proposal (opportunity_number, company_number, version, author, written)"
                        + " values (?, ?, 1, 'assistant', current_timestamp)")
                .params(number, company)
                .update();
        jdbc.sql("insert into purchase_order (number, opportunity_number, company_number, proposal, ordered)"
                        + " select ?, ?, ?, id, current_timestamp from proposal where opportunity_number = ?")
                .params("O-" + tag, number, company, number)
                .update();
        jdbc.sql("insert into invoice (number, kind, order_number, company_number, net, vat, gross, currency, issued,"
                        + " due) values (?, 'INVOICE', ?, ?, 100, 19, 119, 'EUR', current_date, current_date)")
                .params(invoice, "O-" + tag, company)
                .update();
        return invoice;
    }

    @Test
    void noPersonIsNamedInWhatIsFound() throws IOException {
        companies.add(
                CompanyFacts.of("Persons " + tag)
                        .with(Fact.PERSON, "Anna Secret")
                        .with(Fact.EMAIL, "anna@" + tag + ".example.com"),
                "their imprint",
                "researcher");
        assertThat(search("head", "Persons " + tag).toString()).doesNotContain("Anna", "example.com");
        assertThat(names(search("head", "ANNA@" + tag + ".example.com"))).containsExactly("Persons " + tag);
    }

    @Test
    void whatMeansSomethingToTheDatabaseFindsNothing() throws IOException {
        for (String typed : List.of("a", "%%", "__", "!%", "'; drop table company; -- xyz", "x".repeat(5000))) {
            assertThat(search("head", typed).get("companies")).as(typed).isEmpty();
        }
        assertThat(search("head", tag).get("companies")).hasSize(1);
    }

    @Test
    void theCardsOfAPageAreToldAtOnceAndOnlyOfTasksThatOneMaySee() throws IOException {
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .singleResult()
                .getId();
        jdbc.sql("update company set city = 'Kiel', client_class = 'A' where number = ?")
                .param(company)
                .update();
        String path = "/api/tasks/cards?id=" + task + "&id=nothing";
        JsonNode cards = new ObjectMapper().readTree(get("manager", path).getBody());
        assertThat(cards).hasSize(1);
        assertThat(cards.get(task).get("number").asText()).isEqualTo(number);
        assertThat(cards.get(task).get("company").asText()).contains(tag);
        assertThat(cards.get(task).get("facts").toString()).contains("Kiel", "Class A");
        assertThat(cards.get(task).get("due").asText()).isNotBlank();
        assertThat(get("caller", path).getBody()).isEqualTo("{}");
        assertThat(get("searchManager", path).getBody()).isEqualTo("{}");
        assertThat(get("manager", "/api/tasks/cards").getBody()).isEqualTo("{}");
    }

    private JsonNode search(String user, String text) throws IOException {
        var answer = get(user, "/api/search?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.getBody());
    }

    private static List<String> names(JsonNode found) {
        List<String> names = new ArrayList<>();
        found.get("companies").forEach(one -> names.add(one.get("name").asText()));
        return names;
    }

    private ResponseEntity<String> get(String user, String path) {
        return browser.withBasicAuth(user, user).getForEntity(URI.create(browser.getRootUri() + path), String.class);
    }
}
