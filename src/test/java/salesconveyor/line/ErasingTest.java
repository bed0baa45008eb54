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
import salesconveyor.engine.Refused;

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

    @Autowired
    Erasing erasing;

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
                        "channel_spend.campaign",
                        "news_request.email",
                        "opportunity.campaign",
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
                        "shipment.tracking_number",
                        "shipment.accepted_by",
                        "survey.email",
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

    /** What is only like it, in a list or a letter, is another company's. */
    @Test
    void theNeighboursOfAnErasedCompanyKeepWhatIsTheirs() {
        String company = companies.recognise(
                CompanyFacts.of("Elan%s GmbH".formatted(mark))
                        .with(Fact.PERSON, person)
                        .with(Fact.PHONE, phone)
                        .with(Fact.EMAIL, email)
                        .with(Fact.CITY, "Berlin"),
                "a list",
                "marketer");
        String national = phone.replace("+49 ", "").replace(" ", "");
        list("T-" + mark);
        long similar = row("T-" + mark, 1, "[\"Metelan%s GmbH\",\"\",\"\",\"\"]");
        long longer = row("T-" + mark, 2, "[\"Neue Elan%s GmbH\",\"\",\"\",\"\"]");
        long samePerson = row("T-" + mark, 3, "[\"Apfelhof %s\",\"" + person + "\",\"\",\"\"]");
        long adjoining = row("T-" + mark, 4, "[\"Birnhof %s\",\"\",\"1" + national + "5\",\"\"]");
        long across = row(
                "T-" + mark,
                5,
                "[\"Kirschhof %s " + national.substring(0, 4) + "\",\"\",\"" + national.substring(4) + "\",\"\"]");
        long elsewhere = row("T-" + mark, 6, "[\"Elan%s GmbH\",\"\",\"\",\"Hamburg\"]");
        long otherCard = row("T-" + mark, 7, "[\"Elan%s GmbH\",\"\",\"\",\"Berlin\"]");
        jdbc.sql("update lead_list_row set company_number = 'C-other' where id = ?")
                .param(otherCard)
                .update();
        long ownName = row("T-" + mark, 8, "[\"ELAN%s\",\"\",\"\",\"Berlin\"]");
        long ownPhone = row("T-" + mark, 9, "[\"Pflaumenhof %s\",\"\",\"0" + national + "\",\"Bonn\"]");
        long theirs = letter("proposal-L-other-" + mark, "anna@neighbour.de");
        long numberInside = letter("late-" + company + "9-" + mark, "head@example.com");
        long own = letter("proposal-" + mark, email);
        long about = letter("dunning-" + company + "-" + mark, "head@example.com");

        assertThat(erase("admin", company).getStatusCode().value()).isEqualTo(200);

        for (long row : new long[] {similar, longer, samePerson, adjoining, across, elsewhere, otherCard}) {
            assertThat(text("select cells from lead_list_row where id = ?", row))
                    .isNotEqualTo("[]");
            assertThat(text("select state from lead_list_row where id = ?", row))
                    .isEqualTo("NEW");
        }
        for (long row : new long[] {ownName, ownPhone}) {
            assertThat(text("select cells from lead_list_row where id = ?", row))
                    .isEqualTo("[]");
            assertThat(text("select state from lead_list_row where id = ?", row))
                    .isEqualTo("IGNORED");
        }
        for (long letter : new long[] {theirs, numberInside}) {
            assertThat(text("select body from mail where id = ?", letter)).contains(person);
            assertThat(text("select state from mail where id = ?", letter)).isEqualTo("WAITING");
        }
        for (long letter : new long[] {own, about}) {
            assertThat(text("select body from mail where id = ?", letter)).isEqualTo("[erased]");
            assertThat(text("select state from mail where id = ?", letter)).isEqualTo("REFUSED");
        }
        jdbc.sql("update mail set state = 'WITHDRAWN' where id in (?, ?)")
                .params(theirs, numberInside)
                .update();
    }

    /** What stands on the form of an open task is in use; what was completed, or is only like it, is no obstacle. */
    @Test
    void onlyAnOpenTaskThatNamesTheCompanyIsAnObstacle() {
        String company = companies.recognise(
                CompanyFacts.of("Elan%s GmbH".formatted(mark)).with(Fact.PERSON, person), "a list", "marketer");
        String deal = inquired();
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey(deal)
                .active()
                .list()
                .get(0)
                .getId();
        tasks.setVariableLocal(task, "seen", "Neue Elan%1$s GmbH, Metelan%1$s GmbH, %2$s".formatted(mark, person));
        assertThat(obstacles(company)).isEmpty();
        tasks.setVariableLocal(task, "seen", "Berlin: Elan%s GmbH, 5 boxes".formatted(mark));
        assertThat(obstacles(company)).hasSize(1);
        String page = "/pages/erasing?q=" + company;
        assertThat(seen(page)).contains("card=" + company).doesNotContain("complete that task first");
        assertThat(seen(page + "&card=" + company)).contains("complete that task first");

        hands.work(
                "caller",
                deal,
                "callCompany",
                Map.of("outcome", "ANSWERED", "volume", 5000, "interestLevel", "HIGH", "decides", true));
        assertThat(values(task)).as("what is remembered of the completed task").isEqualTo(1);
        assertThat(obstacles(company)).isEmpty();
        assertThat(erase("admin", company).getStatusCode().value()).isEqualTo(200);
        assertThat(values(task)).isZero();
    }

    private String seen(String page) {
        return String.valueOf(Door.rest(browser, "admin").get(page).getBody());
    }

    private long values(String task) {
        return history.createHistoricVariableInstanceQuery()
                .taskIdIn(task)
                .variableName("seen")
                .count();
    }

    private List<String> obstacles(String company) {
        return erasing.obstacles(company).stream().map(Refused::sentence).toList();
    }

    private void list(String number) {
        jdbc.sql("insert into lead_list (number, channel, source, file_name, uploaded)"
                        + " values (?, 'LIST', 'x', 'x', current_timestamp)")
                .param(number)
                .update();
        List<String> columns = List.of("COMPANY", "PERSON", "PHONE", "CITY");
        for (String holds : columns) {
            jdbc.sql("insert into lead_list_column (list_number, place, title, holds) values (?, ?, ?, ?)")
                    .params(number, columns.indexOf(holds), holds, holds)
                    .update();
        }
    }

    private long row(String list, int line, String cells) {
        jdbc.sql("insert into lead_list_row (list_number, line, cells, state) values (?, ?, ?, 'NEW')")
                .params(list, line, cells.formatted(mark))
                .update();
        return jdbc.sql("select id from lead_list_row where list_number = ? and line = ?")
                .params(list, line)
                .query(Long.class)
                .single();
    }

    private long letter(String key, String to) {
        jdbc.sql("insert into mail (mail_key, recipient, subject, body, headers, state, posted, next_try)"
                        + " values (?, ?, ?, ?, '', 'WAITING', current_timestamp, timestamp '2099-01-01 00:00:00')")
                .params(key, to, "As Elan%s GmbH says".formatted(mark), person + " and Elan%s GmbH".formatted(mark))
                .update();
        return jdbc.sql("select id from mail where mail_key = ?")
                .param(key)
                .query(Long.class)
                .single();
    }

    private String text(String sql, long id) {
        return jdbc.sql(sql).param(id).query(String.class).single();
    }

    /** From the site, with a consent to letters, to the caller's answers. */
    private String inquired() {
        var sent = browser.postForEntity(
                "/public/inquiries",
                Map.of(
                        "company",
                        name,
                        "name",
                        person,
                        "email",
                        email,
                        "phone",
                        phone,
                        "message",
                        secret,
                        "consent",
                        "true",
                        "news",
                        "true",
                        "consent_version",
                        "inquiry-1",
                        "news_version",
                        "news-1"),
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
                        "trackingNumber",
                        secret,
                        "acceptedOn",
                        LocalDate.of(2026, 11, 24).toString(),
                        "acceptedBy",
                        person,
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
                .params("heard-" + deal + "-" + mark, "About " + name, person + " wrote: " + secret)
                .update();
        jdbc.sql("insert into news_request (token, email, company_number, person, text_version, source,"
                        + " requested, expires) values (?, ?, ?, ?, 'x', 'x', current_timestamp,"
                        + " current_timestamp)")
                .params("news-" + mark, email, company, person)
                .update();
        jdbc.sql("delete from billing_address where company_number = ?")
                .param(company)
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
        jdbc.sql("insert into opportunity (number, company_number, channel, campaign, found)"
                        + " values (?, ?, 'REFERRAL', ?, current_timestamp)")
                .params("L-" + mark, company, secret)
                .update();
        jdbc.sql("insert into channel_spend (month_begin, channel, campaign, amount, currency, written)"
                        + " values (date '2026-11-01', 'REFERRAL', ?, 50, 'EUR', current_timestamp)")
                .params(person)
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
