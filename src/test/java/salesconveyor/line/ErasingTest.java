package salesconveyor.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.ConveyorTest;
import salesconveyor.Door;
import salesconveyor.acquisition.Opportunities;
import salesconveyor.billing.Invoices;
import salesconveyor.companies.Companies;
import salesconveyor.companies.CompanyFacts;
import salesconveyor.companies.Defect;
import salesconveyor.companies.Defects;
import salesconveyor.companies.Fact;
import salesconveyor.companies.MailSuppressions;
import salesconveyor.companies.Sellers;
import salesconveyor.companies.SuppressionList;
import salesconveyor.engine.Hands;

/** A company that travelled the whole line is forgotten: afterwards no table says who it was, but for what is booked. */
@ConveyorTest
class ErasingTest {
    /** What is booked, and therefore kept by law as it is. */
    private static final Set<String> BOOKED = Set.of("bank_entry.purpose", "bank_entry.party_name");

    @Autowired
    TestRestTemplate browser;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Hands hands;

    @Autowired
    TaskService tasks;

    @Autowired
    HistoryService history;

    @Autowired
    Opportunities opportunities;

    @Autowired
    Companies companies;

    @Autowired
    Defects defects;

    @Autowired
    SuppressionList suppressions;

    @Autowired
    MailSuppressions unsubscribed;

    @Autowired
    Invoices invoices;

    @Autowired
    Sellers sellers;

    private final String mark = Long.toString(System.nanoTime(), 36);
    private final String name = "Vergissmein%s Feinkost".formatted(mark);
    private final String person = "Quirina Vergissmein" + mark;
    private final String email = "quirina@vergissmein%s.de".formatted(mark);
    private final String phone = "+49 30 2%07d".formatted(System.nanoTime() % 10_000_000);
    private final String otherPhone = "+49 89 2%07d".formatted(System.nanoTime() / 7 % 10_000_000);

    /** Each free text says the secret, so that a text that was left behind is seen. */
    private final String secret = "Geheim" + mark;

    @BeforeEach
    void aTuesdayMorning() {
        // Nobody takes a call at night.
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-11-24T09:00:00Z")));
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    void nothingTellsOfAnErasedCompanyButWhatIsBooked() throws Exception {
        String deal = inquired();
        String company = opportunities.find(deal).orElseThrow().companyNumber();
        served(deal, company);
        written(deal, company);
        assertThat(found())
                .as("seen before")
                .contains(
                        "act_hi_comment.message_",
                        "billing_address.address",
                        "call_attempt.answers",
                        "lead_list_key.known_by",
                        "news_request.email",
                        "act_hi_varinst.text_",
                        "campaign_recipient.email",
                        "company.name",
                        "company.expected_need",
                        "company_fact.fact",
                        "fact_defect.fact",
                        "fact_defect.note",
                        "consent.email",
                        "client_contact.notes",
                        "call_attempt.notes",
                        "inquiry.email",
                        "lead_list_row.cells",
                        "mail.body",
                        "mail_suppression.email",
                        "sale_note.text",
                        "shipment.tracking",
                        "survey.comment",
                        "task_answer.answer");

        refused(erase("head", company), 403, "");
        refused(erase("owner", company), 403, "");
        refused(erase("admin", "C-none"), 404, "There is no company C-none.");
        refused(erase("admin", company), 409, company + " still runs");
        Door.rest(browser, "head").post("/api/cases/" + company + "/cancel", Map.of("reason", secret));
        hands.runNow(company);
        var erased = erase("admin", company);
        assertThat(erased.getStatusCode().value()).as(erased.getBody()).isEqualTo(200);

        assertThat(found()).isNotEmpty().isSubsetOf(BOOKED);
        assertThat(jdbc.sql("select row_counts from erasure where company_number = ?")
                        .param(company)
                        .query(String.class)
                        .single())
                .contains("inquiry 1")
                .contains("mail ");
        booked(company);
        staysAway(company);
        assertThat(erase("admin", company).getStatusCode().value()).as("again").isEqualTo(200);
    }

    @Test
    void anUnpaidInvoiceIsAnObstacle() {
        String deal = inquired();
        String company = opportunities.find(deal).orElseThrow().companyNumber();
        won(deal);
        jdbc.sql("update invoice set kind = 'INVOICE' where company_number = ?")
                .param(company)
                .update();
        var answer = erase("admin", company);
        refused(answer, 409, deal + " still runs");
        refused(answer, 409, "An invoice is not paid");
        assertThat(companies.get(company).name()).isEqualTo(name);
    }

    /** From the site, with a consent to letters, to the caller's answers. */
    private String inquired() {
        var sent = browser.postForEntity(
                "/public/inquiries",
                Map.of(
                        "company", name, "name", person, "email", email, "phone", phone, "message", secret, "consent",
                        "true", "news", "true"),
                String.class);
        assertThat(sent.getStatusCode().value()).as(sent.getBody()).isEqualTo(202);
        String deal = jdbc.sql("select opportunity_number from inquiry where email = ?")
                .param(email)
                .query(String.class)
                .single();
        hands.runOn(deal);
        hands.work(
                "researcher",
                deal,
                "researchCompany",
                Map.of(
                        "outcome", "FOUND",
                        "phone", otherPhone,
                        "person", person,
                        "position", secret,
                        "activity", secret,
                        "expectedNeed", secret,
                        "industry", secret,
                        "fit", "GOOD",
                        "factSource", secret,
                        "researchNotes", secret));
        hands.runOn(deal);
        return deal;
    }

    private void won(String deal) {
        hands.work(
                "caller",
                deal,
                "callCompany",
                Map.of(
                        "outcome",
                        "ANSWERED",
                        "volume",
                        5000,
                        "interestLevel",
                        "HIGH",
                        "decides",
                        true,
                        "callNotes",
                        secret));
        hands.runNow(deal);
        hands.work("manager", deal, "acceptLead", Map.of("outcome", "ACCEPT"));
        hands.runNow(deal);
        String soon = java.time.OffsetDateTime.now().plusDays(20).withNano(0).toString();
        hands.work(
                "manager", deal, "warmUpCall", Map.of("outcome", "MEETING", "meetingTime", soon, "saleNotes", secret));
        hands.runNow(deal);
        hands.work(
                "manager",
                deal,
                "holdFirstMeeting",
                Map.of("outcome", "PROPOSAL", "need", secret, "proposalEmail", email, "saleNotes", secret));
        hands.runNow(deal);
        hands.work(
                "assistant",
                deal,
                "prepareProposal",
                Map.of(
                        "outcome",
                        "READY",
                        "proposalRows",
                        "[{\"sku\":\"BOX-L\",\"quantity\":100,\"discountPercent\":5}]"));
        hands.runNow(deal);
        hands.work("manager", deal, "negotiateDeal", Map.of("outcome", "WON", "saleNotes", secret));
        hands.runNow(deal);
    }

    private void served(String deal, String company) {
        won(deal);
        var statement =
                new DemoStatement(LocalDate.of(2026, 11, 24), sellers.get().iban());
        invoices.ofCompany(company).forEach(invoice -> statement.pays(invoice, name));
        hands.runNow(hands.start("accountant", "importStatement", Map.of("statementFile", statement.file())));
        hands.runNow(deal);
        hands.work(
                "shipper",
                deal,
                "shipOrder",
                Map.of(
                        "outcome",
                        "SHIPPED",
                        "shipmentRows",
                        "[{\"line\":1,\"quantity\":100}]",
                        "trackingLink",
                        "https://" + secret,
                        "shipmentNote",
                        secret));
        hands.runOn(deal);
        hands.work(
                "caller",
                deal,
                "askSatisfaction",
                Map.of("outcome", "ANSWERED", "givenScore", 9, "scoreComment", secret));
        hands.runNow(deal);
        hands.runOn(company);
        hands.work(
                "accountManager", company, "contactClient", Map.of("outcome", "KEEP_IN_TOUCH", "contactNotes", secret));
        hands.runNow(company);
    }

    /** What comes by other ways than the tasks of this case. */
    private void written(String deal, String company) {
        defects.report(company, deal, Defect.Kind.WRONG_PERSON, secret, "caller");
        String instance = history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(deal)
                .processDefinitionKey("salesConveyor")
                .singleResult()
                .getId();
        tasks.createComment(null, instance, secret + " " + name);
        jdbc.sql("insert into campaign (number, name, opened) values (?, 'x', current_timestamp)")
                .param("M-" + mark)
                .update();
        jdbc.sql("insert into campaign_recipient (campaign_number, email, company_number, person, token)"
                        + " values (?, ?, ?, ?, ?)")
                .params("M-" + mark, email, company, person, "token" + mark)
                .update();
        jdbc.sql("insert into lead_list (number, channel, source, file_name, uploaded)"
                        + " values (?, 'LIST', 'x', 'x', current_timestamp)")
                .param("I-" + mark)
                .update();
        for (String known : new String[] {company, null}) {
            jdbc.sql("insert into lead_list_row (list_number, line, cells, state, reason, company_number)"
                            + " values (?, 1, ?, 'DUPLICATE', ?, ?)")
                    .params("I-" + mark, "[\"" + name + "\",\"" + phone + "\"]", "Known as " + name, known)
                    .update();
        }
        jdbc.sql("insert into task_answer (task, station, case_number, question, answer) values (?, 'x', ?, 'x', ?)")
                .params("task-" + mark, deal, secret)
                .update();
        jdbc.sql("insert into mail (mail_key, recipient, subject, body, headers, state, posted, next_try)"
                        + " values (?, 'head@example.com', ?, ?, '', 'SENT', current_timestamp, current_timestamp)")
                .params("about-" + mark, "About " + name, person + " wrote: " + secret)
                .update();
        jdbc.sql("insert into news_request (token, email, company_number, person, text_version, source,"
                        + " requested, expires) values (?, ?, ?, ?, 'x', 'x', current_timestamp,"
                        + " current_timestamp)")
                .params("news-" + mark, email, company, person)
                .update();
        jdbc.sql("insert into billing_address (company_number, address, written) values (?, ?, current_timestamp)")
                .params(company, secret)
                .update();
        jdbc.sql("insert into lead_list_key (list_number, known_by, line) values (?, ?, 1)")
                .params("I-" + mark, "email:" + email)
                .update();
        jdbc.sql("update call_attempt set answers = ? where opportunity_number = ?")
                .params(secret, deal)
                .update();
        unsubscribed.add(email, "asked");
        jdbc.sql("insert into dunning (invoice_number, company_number, due, step, outcome, done_on, reason)"
                        + " values ('x', ?, current_date, 'CALL', 'NO_ANSWER', current_date, ?)")
                .params(company, secret)
                .update();
        for (String table : List.of("proposal set remarks", "survey set comment", "shipment set note")) {
            jdbc.sql("update " + table + " = ? where company_number = ?")
                    .params(secret, company)
                    .update();
        }
    }

    private void booked(String company) {
        assertThat(invoices.ofCompany(company)).isNotEmpty();
        assertThat(jdbc.sql("select count(*) from invoice where company_number = ? and paper is null")
                        .param(company)
                        .query(Integer.class)
                        .single())
                .as("papers that cannot be printed any more")
                .isZero();
    }

    /** Whatever of it comes again is recognised, and nothing is written to the empty card. */
    private void staysAway(String company) {
        for (CompanyFacts facts : List.of(
                CompanyFacts.of("Other " + mark).with(Fact.PHONE, phone),
                CompanyFacts.of("Other " + mark).with(Fact.PHONE, otherPhone.replace("+49 ", "0")),
                CompanyFacts.of("Other " + mark).with(Fact.EMAIL, email.toUpperCase(Locale.ROOT)),
                CompanyFacts.of("Other " + mark).with(Fact.WEBSITE, email.replace("quirina@", "www.")),
                CompanyFacts.of(name + " GmbH"))) {
            assertThat(companies.match(facts)).as("%s", facts).hasValueSatisfying(match -> assertThat(
                            match.companyNumber())
                    .isEqualTo(company));
        }
        assertThat(companies.match(CompanyFacts.of("Stranger " + mark))).isEmpty();
        assertThat(suppressions.contains(company)).isTrue();
        assertThat(unsubscribed.contains(email)).isTrue();
        assertThat(companies.recognise(CompanyFacts.of(name).with(Fact.PHONE, phone), "a list", "marketer"))
                .isEqualTo(company);
        assertThat(companies.get(company).phone()).isNull();
    }

    private ResponseEntity<String> erase(String user, String company) {
        return Door.rest(browser, user).post("/api/companies/" + company + "/erase", Map.of());
    }

    private static void refused(ResponseEntity<String> answer, int status, String sentence) {
        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(status);
        if (!sentence.isEmpty()) {
            assertThat(answer.getBody()).contains(sentence);
        }
    }

    /** The columns of all tables, the engine's too, in which anything of the company stands. */
    private List<String> found() throws Exception {
        List<String> columns = new ArrayList<>();
        try (var connection = database.getConnection();
                var all = connection
                        .getMetaData()
                        .getColumns(connection.getCatalog(), connection.getSchema(), "%", "%")) {
            while (all.next()) {
                String type = all.getString("TYPE_NAME").toLowerCase(Locale.ROOT);
                if (type.matches(".*(char|text|clob|large object|lob|bytea|binary).*")) {
                    columns.add(all.getString("TABLE_NAME") + "." + all.getString("COLUMN_NAME"));
                }
            }
        }
        assertThat(columns).hasSizeGreaterThan(300);
        return columns.stream()
                .filter(this::holdsSomething)
                .map(column -> column.toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }

    private boolean holdsSomething(String column) {
        String table = column.substring(0, column.indexOf('.'));
        return jdbc
                .sql("select \"%s\" from \"%s\"".formatted(column.substring(column.indexOf('.') + 1), table))
                .query((row, n) -> {
                    Object value = row.getObject(1);
                    return value == null
                            ? ""
                            : value instanceof java.sql.Blob || value instanceof byte[]
                                    ? text(row.getBinaryStream(1))
                                    : String.valueOf(row.getString(1));
                })
                .list()
                .stream()
                .map(text -> text.toLowerCase(Locale.ROOT))
                .anyMatch(this::tells);
    }

    /** Numbers that the test itself made of the mark tell nobody anything. */
    private boolean tells(String text) {
        return List.of("vergissmein" + mark, "geheim" + mark, "token" + mark, phone, otherPhone).stream()
                .anyMatch(text::contains);
    }

    private static String text(InputStream bytes) {
        try (bytes) {
            return new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
