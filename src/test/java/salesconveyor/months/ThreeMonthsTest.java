package salesconveyor.months;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;
import salesconveyor.billing.Invoice;
import salesconveyor.billing.InvoiceKind;
import salesconveyor.billing.Invoices;
import salesconveyor.economics.CostRates;
import salesconveyor.economics.PayAgreements;
import salesconveyor.engine.Identities;
import salesconveyor.payments.CamtFile;
import salesconveyor.payments.Receivables;
import salesconveyor.people.Shifts;
import salesconveyor.work.WorkLog;

/**
 * Plays three months of the demo company on the real processes with a moved clock, the same at every run, and packs
 * them for the demo profile: {@code mvn -Pmonths test} writes {@code src/main/resources/demo/months.zip}. The team's
 * three more people are {@code researcher2}, {@code caller2} and {@code manager2}.
 */
@Tag("months")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:months;DB_CLOSE_DELAY=-1;CASE_INSENSITIVE_IDENTIFIERS=TRUE",
            "spring.profiles.active=demo",
            "camunda.bpm.job-execution.enabled=false",
            "conveyor.zone=Europe/Berlin",
            "conveyor.opens=09:00",
            "conveyor.closes=18:00",
            "conveyor.workdays=MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY",
            "conveyor.demo-day=false",
            "conveyor.inquiries-per-hour=100000",
            "conveyor.outbox=target/outbox-months",
            "spring.task.scheduling.enabled=false",
            "logging.level.salesconveyor=WARN"
        })
class ThreeMonthsTest {
    private static final long SEED = 1913;
    private static final LocalDate FIRST = LocalDate.of(2026, 8, 24);
    private static final int DAYS = Integer.getInteger("conveyor.test.days", 91);
    private static final Pattern SURVEY = Pattern.compile("/public/satisfaction/([\\w-]+)");

    @Autowired
    ProcessEngine engine;

    @Autowired
    Identities identities;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestRestTemplate door;

    @Autowired
    WorkLog work;

    @Autowired
    Invoices invoices;

    @Autowired
    Receivables receivables;

    @Autowired
    CostRates rates;

    @Autowired
    PayAgreements pay;

    @Autowired
    Shifts shifts;

    @Autowired
    DataSource database;

    private final Chance chance = new Chance(SEED);
    private final Names names = new Names(chance, SEED);
    private final Map<String, LocalDate> pays = new HashMap<>();
    private final Map<Long, Integer> answers = new HashMap<>();
    private Floor floor;

    @AfterEach
    void realTimeAgain() {
        ClockUtil.reset();
    }

    @Test
    void playAndKeep() throws Exception {
        floor = new Floor(engine, identities, jdbc, work, new Desks(chance), team());
        floor.at(FIRST.atTime(8, 0).atZone(Floor.ZONE).toInstant());
        floor.as("head", new Terms(rates, pay, shifts, FIRST)::agree);
        for (LocalDate day = FIRST; day.isBefore(FIRST.plusDays(DAYS)); day = day.plusDays(1)) {
            if (Floor.isWorkday(day)) {
                floor.day(day, this::hour);
            } else {
                floor.restDay(day);
            }
            mailIsOut();
        }
        spend();
        report();
        keep();
        assertThat(count("select count(*) from purchase_order")).isPositive();
    }

    /** The demo team and three more; two managers write their proposals themselves, as they did before the assistant. */
    private List<Worker> team() {
        floorUser("researcher2", "researchers");
        floorUser("caller2", "callers");
        floorUser("manager2", "managers");
        identities.user("manager", "manager", "", "", "assistants");
        identities.user("manager2", "manager2", "", "", "assistants");
        return List.of(
                new Worker("researcher", List.of("researchers"), "09:00", "13:00", 100),
                new Worker("researcher2", List.of("researchers"), "17:00", "21:00", 115),
                new Worker("caller", List.of("callers"), "09:00", "18:00", 100),
                new Worker("caller2", List.of("callers"), "09:00", "13:00", 110),
                new Worker("manager", List.of("managers", "assistants"), "09:00", "18:00", 100),
                new Worker("manager2", List.of("managers", "assistants"), "09:00", "18:00", 105),
                new Worker("assistant", List.of("assistants"), "14:00", "18:00", 105),
                new Worker("head", List.of("heads"), "15:00", "18:00", 100),
                new Worker("accountant", List.of("accountants"), "09:00", "13:00", 100),
                new Worker("shipper", List.of("shippers"), "09:00", "17:00", 100),
                new Worker("accountManager", List.of("accountManagers"), "10:00", "16:00", 100));
    }

    private void floorUser(String login, String group) {
        identities.user(login, login, login, login + "@example.com", group);
    }

    private void hour(int hour) {
        switch (hour) {
            case 9 -> statement();
            case 10 -> typedIn("LIST", 2.6);
            case 11 -> typedIn("TRADE_SHOW", floor.now().getDayOfYear() % 14 == 0 ? 6 : 0.3);
            case 12 -> inquiries(1.6);
            case 14 -> typedIn("LIST", 2.6);
            case 15 -> typedIn("REFERRAL", 0.7);
            case 16 -> {
                inquiries(0.9);
                typedIn("PHONE_IN", 0.6);
            }
            case 17 -> surveys();
            default -> {}
        }
    }

    private void typedIn(String channel, double expected) {
        for (int i = chance.arrivals(expected); i > 0; i--) {
            Lead lead = new Lead(names, chance, channel);
            Map<String, Object> form = new HashMap<>(Map.of("companyName", lead.company, "channel", channel));
            if (!channel.equals("LIST")) {
                form.putAll(Map.of("companyPhone", lead.phone, "contactPerson", lead.person));
            }
            if (channel.equals("TRADE_SHOW")) {
                form.put("campaign", "Packaging fair");
            }
            floor.tried(
                    "start",
                    () -> floor.as(
                            "marketer",
                            () -> floor.knows(
                                    engine.getFormService()
                                            .submitStartForm(
                                                    engine.getRepositoryService()
                                                            .createProcessDefinitionQuery()
                                                            .processDefinitionKey("salesConveyor")
                                                            .latestVersion()
                                                            .singleResult()
                                                            .getId(),
                                                    form)
                                            .getBusinessKey(),
                                    lead)));
        }
    }

    private void inquiries(double expected) {
        for (int i = chance.arrivals(expected); i > 0; i--) {
            Lead lead = new Lead(names, chance, "SITE");
            HttpHeaders json = new HttpHeaders();
            json.setContentType(MediaType.APPLICATION_JSON);
            String campaign = chance.in100(40) ? "spring" : "organic";
            var answer = door.postForEntity(
                    "/public/inquiries",
                    new HttpEntity<>(
                            Map.of(
                                    "company",
                                    lead.company,
                                    "name",
                                    lead.person,
                                    "email",
                                    lead.mail,
                                    "phone",
                                    lead.phone,
                                    "message",
                                    "Please call me about boxes.",
                                    "consent",
                                    "true",
                                    "consent_version",
                                    "inquiry-1",
                                    "utm_source",
                                    campaign.equals("spring") ? "search" : "site",
                                    "utm_campaign",
                                    campaign),
                            json),
                    String.class);
            floor.jobs();
            floor.tried(
                    "inquiry " + answer.getStatusCode(),
                    () -> floor.knows(
                            jdbc.sql(
                                            "select o.number from opportunity o join company c on c.number = o.company_number where c.name = ?")
                                    .param(lead.company)
                                    .query(String.class)
                                    .single(),
                            lead));
        }
    }

    /** The bank's day: who pays in time, who late, and now and then somebody whom nobody knows. */
    private void statement() {
        LocalDate today = floor.now().toLocalDate();
        CamtFile file = CamtFile.upTo(today.minusDays(1).toString());
        int entries = 0;
        for (Invoice invoice : invoices.payable()) {
            LocalDate due = pays.computeIfAbsent(invoice.number(), number -> {
                Lead lead = floor.lead("", invoice.companyNumber());
                int late = lead == null ? 0 : lead.late;
                // Who must pay before delivery and wants the goods is seldom slow.
                boolean hurries = invoice.kind() == InvoiceKind.PROFORMA && late <= 20;
                return invoice.due().plusDays(hurries ? late / 4 : late).minusDays(chance.between(0, 4));
            });
            BigDecimal open = receivables.open(invoice.number());
            if (!due.isAfter(today) && open.signum() > 0) {
                file.in(
                        "PAY-" + invoice.number() + "-" + today,
                        open.toPlainString(),
                        iban(invoice.companyNumber()),
                        "Invoice " + invoice.number());
                entries++;
            }
        }
        if (chance.in100(6)) {
            file.in("UNKNOWN-" + today, chance.between(20, 400) + ".00", "DE02120300000000202051", "Thank you");
            entries++;
        }
        if (entries > 0) {
            byte[] bytes = file.bytes();
            floor.tried(
                    "statement",
                    () -> floor.as("accountant", () -> engine.getFormService()
                            .submitStartForm(
                                    engine.getRepositoryService()
                                            .createProcessDefinitionQuery()
                                            .processDefinitionKey("importStatement")
                                            .latestVersion()
                                            .singleResult()
                                            .getId(),
                                    Variables.createVariables()
                                            .putValueTyped(
                                                    "statementFile",
                                                    Variables.fileValue("statement.xml")
                                                            .file(bytes)
                                                            .mimeType("text/xml")
                                                            .create()))));
            floor.jobs();
        }
    }

    /** An account number for each company, with its check digits (ISO 13616: 98 minus the rest by 97). */
    private static String iban(String company) {
        String account = "370400440%09d".formatted(Math.abs(company.hashCode()) % 1_000_000_000L);
        java.math.BigInteger number = new java.math.BigInteger(account + "131400");
        return "DE%02d%s"
                .formatted(98 - number.mod(java.math.BigInteger.valueOf(97)).intValue(), account);
    }

    private void surveys() {
        jdbc.sql("select id, body, recipient from mail where body like '%/public/satisfaction/%' and posted > ?")
                .param(floor.now().minusDays(4).toOffsetDateTime())
                .query((row, n) -> Map.entry(row.getLong(1), row.getString(2)))
                .list()
                .forEach(letter -> {
                    int patience = answers.computeIfAbsent(
                            letter.getKey(), id -> chance.in100(45) ? chance.between(1, 3) : -1);
                    answers.put(letter.getKey(), patience - 1);
                    var link = SURVEY.matcher(letter.getValue());
                    if (patience == 1 && link.find()) {
                        var form = new LinkedMultiValueMap<String, String>();
                        form.add(
                                "score",
                                String.valueOf(Math.min(
                                        10,
                                        chance.weighted("9", 55, "7", 25, "5", 12, "2", 8)
                                                        .charAt(0)
                                                - '0'
                                                + chance.between(0, 1))));
                        form.add("comment", "");
                        HttpHeaders headers = new HttpHeaders();
                        headers.setContentType(MediaType.APPLICATION_FORM_URLENCODED);
                        door.postForEntity(
                                "/public/satisfaction/" + link.group(1), new HttpEntity<>(form, headers), String.class);
                        floor.jobs();
                    }
                });
    }

    /** The letters went out on their day; their papers are written again when somebody asks for them. */
    private void mailIsOut() {
        jdbc.sql("update mail set state = 'SENT', sent = posted where state = 'WAITING'")
                .update();
    }

    private void spend() {
        for (YearMonth month = YearMonth.from(FIRST);
                !month.isAfter(YearMonth.from(FIRST.plusDays(DAYS - 1)));
                month = month.plusMonths(1)) {
            spend(month, "SITE", "spring", "900.00");
            spend(month, "SITE", "", "350.00");
            spend(month, "LIST", "", "400.00");
            spend(month, "TRADE_SHOW", "Packaging fair", "2400.00");
        }
    }

    private void spend(YearMonth month, String channel, String campaign, String amount) {
        jdbc.sql("insert into channel_spend (month_begin, channel, campaign, amount, currency, written_by, written)"
                        + " values (?, ?, ?, ?, 'EUR', 'marketer', ?)")
                .params(
                        month.atDay(1),
                        channel,
                        campaign,
                        new BigDecimal(amount),
                        floor.now().toOffsetDateTime())
                .update();
    }

    /** The pack that the demo profile starts with; the script beside it is for whoever wants to look into it. */
    private void keep() throws Exception {
        try (var connection = database.getConnection()) {
            var pack = new Pack(connection, FIRST, FIRST.plusDays(DAYS - 1L), Floor.ZONE);
            pack.thinOut();
            Files.createDirectories(Path.of("target"));
            pack.script(Path.of("target/months.sql.gz"));
            pack.write(Path.of("src/main/resources/demo/months.zip"));
        }
    }

    private void report() {
        floor.refused.forEach((what, times) -> System.out.println("REFUSED " + times + " x " + what));
        print(
                "select station, count(*), count(claimed), sum(case when completed then 1 else 0 end),"
                        + " round(avg(timestampdiff(minute, claimed, ended))), round(avg(timestampdiff(minute, offered, claimed))) from work group by station order by 1");
        print(
                "select END_ACT_ID_, count(*) from ACT_HI_PROCINST where PROC_DEF_KEY_ = 'salesConveyor' group by END_ACT_ID_");
        print("select station, count(*) from work where ended is null group by station");
        print("select channel, count(*) from opportunity group by channel");
        print("select count(*) from purchase_order");
        print("select kind, count(*), sum(gross) from invoice group by kind");
        print("select count(*) from ACT_RU_INCIDENT");
        print("select state, count(*) from mail group by state");
    }

    private void print(String sql) {
        jdbc.sql(sql).query().listOfRows().forEach(row -> System.out.println("ROW " + row.values()));
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
