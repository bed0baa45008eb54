package salesconveyor.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.engine.Hands;
import salesconveyor.payments.CamtFile;

/** The staff's real Tasklist in the Chromium of this machine; without one the tests say that they skip. */
@Tag("browser")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:browser;DB_CLOSE_DELAY=-1;CASE_INSENSITIVE_IDENTIFIERS=TRUE",
            "spring.profiles.active=demo",
            "conveyor.demo-day=false",
            "conveyor.acquisition.sample-share=0",
            "conveyor.outbox=target/outbox"
        })
class TasklistTest {
    private static final String IN_TWO_WEEKS =
            LocalDate.now().plusDays(14).format(DateTimeFormatter.ofPattern("MM/dd/yyyy"));
    private static final String ROLE = "Waiting for my role";
    private static Browser browser;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @BeforeAll
    static void aBrowserIsHere() {
        assumeTrue(Browser.program().isPresent(), "No Chromium on this machine: the browser tests are skipped");
        browser = Browser.open();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void aRowOfAListBecomesAServedOrderByTheHandsOfEachRole() throws Exception {
        String company = "Seehafen Kisten GmbH";
        as("marketer", desk -> {
            desk.startProcess("Import leads")
                    .upload(
                            "#listFile",
                            "list.csv",
                            ("Company;Town\n" + company + ";Kiel").getBytes(StandardCharsets.UTF_8))
                    .fill("#listSource", "Trade register")
                    .start();
            desk.open("Review import", "").page().waitForSelector("#counts");
            desk.complete();
        });
        as("researcher", desk -> desk.take(ROLE, "Research company", company)
                .choose("Outcome", "Found")
                .type("Phone", "+49 30 40190001")
                .type("Person to ask for", "Anna Schmidt")
                .choose("Fit with our clients", "Good")
                .type("Where you found it", "their imprint")
                .complete());
        as("caller", desk -> desk.take(ROLE, "Call company", company)
                .choose("Outcome", "Answered the questions")
                .type("How much do they buy per month?", "5000")
                .choose("How strong is the interest?", "High")
                .complete());
        as("manager", desk -> {
            desk.take(ROLE, "Accept lead", company).choose("Decision", "Accept").complete();
            desk.open("Warm up call", company)
                    .choose("Outcome", "Meeting agreed")
                    .dateAndTime(IN_TWO_WEEKS, "10:00 AM")
                    .complete();
            desk.open("Hold first meeting", company)
                    .choose("Outcome", "Wants a proposal")
                    .type("What the client needs", "600 boxes")
                    .type("Send the proposal to", "anna@example.com")
                    .complete();
        });
        as("assistant", desk -> desk.take(ROLE, "Prepare proposal", company)
                .click("#addLine")
                .select("table select", "string:BOX-L")
                .fill("table input >> nth=0", "600")
                .fill("table input >> nth=1", "20")
                .complete());
        as("head", desk -> desk.take(ROLE, "Approve discount", company)
                .choose("Decision", "Approve")
                .complete());
        as("manager", desk -> desk.open("Negotiate deal", company)
                .choose("Outcome", "Won")
                .complete());
        String proforma = eventually("select number from invoice where kind = 'PROFORMA'");
        as("accountant", desk -> desk.startProcess("Import statement")
                .upload("#statementFile", "statement.xml", paying(proforma))
                .start());
        as("shipper", desk -> desk.take(ROLE, "Ship order", company)
                .select("#outcome", "SHIPPED")
                .complete());
        String token = eventually("select token from survey");
        try (Desk client = browser.desk(base(), "ru-RU")) {
            client.page().navigate(base() + "/public/satisfaction/" + token);
            assertThat(client.page().textContent("body")).contains("порекомендуете");
            client.click("input[name=score][value='9']").click("button[type=submit]");
            client.page().waitForLoadState();
        }
        assertThat(eventually("select outcome from opportunity where outcome is not null"))
                .isEqualTo("SERVED");
    }

    @Test
    void aRussianBrowserShowsTasklistInRussian() {
        try (Desk desk = browser.desk(base(), "ru-RU")) {
            desk.login("caller");
            desk.page().getByText("Запустить процесс").first().waitFor();
            desk.page().getByText("Следующая задача").first().waitFor();
            assertThat(desk.page().title()).isEqualTo("Sales Conveyor · Задачи");
            assertThat(desk.page().locator(".ce-eol-banner").isVisible()).isFalse();
        }
    }

    @Test
    void whatSomebodyTypedIsFoundAtAnotherDeskAndEnterCompletesNothing(@Autowired Hands hands) {
        String company = "Zweitplatz Papier GmbH";
        hands.start("marketer", "salesConveyor", Map.of("companyName", company, "channel", "REFERRAL"));
        as("researcher", desk -> {
            desk.take(ROLE, "Research company", company)
                    .choose("Outcome", "Found")
                    .type("Where you found it", "their imprint");
            desk.type("Person to ask for", "Berta Beispiel");
            desk.field("Person to ask for").press("Enter");
            desk.page().mouse().click(700, 80);
            desk.page().locator(".conveyor-draft:has-text('Draft kept at')").waitFor();
            assertThat(desk.page().locator(".fjs-form").isVisible()).isTrue();
        });
        as("researcher", desk -> {
            desk.open("Research company", company);
            assertThat(desk.field("Person to ask for").inputValue()).isEqualTo("Berta Beispiel");
            assertThat(desk.field("Where you found it").inputValue()).isEqualTo("their imprint");
        });
    }

    @Test
    void aCompanyIsSearchedFromTheBarAndItsCaseIsTold(@Autowired Hands hands) {
        String company = "Suchbild Кнопка GmbH";
        String number = hands.start("marketer", "salesConveyor", Map.of("companyName", company, "channel", "REFERRAL"));
        as("head", desk -> {
            desk.page().keyboard().press("Control+Alt+s");
            desk.page().keyboard().type("suchbild КНОПКА");
            desk.page().locator(".conveyor-found button").first().waitFor();
            desk.page().keyboard().press("ArrowDown");
            desk.page().keyboard().press("Enter");
            desk.page().locator(".conveyor-dialogue:has-text('" + number + "')").waitFor();
            desk.page().keyboard().press("Escape");
            assertThat(desk.page().locator(".conveyor-dialogue").count()).isZero();
        });
    }

    @Test
    void aPageOfTheListAsksOnceForAllItsCards(@Autowired Hands hands) {
        for (int row = 0; row < 17; row++) {
            hands.start(
                    "marketer",
                    "salesConveyor",
                    Map.of("companyName", "Kartei " + row + " Handel", "channel", "REFERRAL"));
        }
        try (Desk desk = browser.desk(base(), "en-US")) {
            List<String> asked = new java.util.ArrayList<>();
            desk.page().onRequest(request -> {
                if (request.url().contains("/api/tasks/")) {
                    asked.add(request.url());
                }
            });
            desk.login("researcher").page().getByText(ROLE).first().click();
            desk.page().locator(".conveyor-card").nth(14).waitFor();
            assertThat(asked.stream().filter(url -> url.split("id=").length > 10))
                    .hasSize(1);
            assertThat(asked.stream().filter(url -> url.endsWith("/case"))).isEmpty();
        }
    }

    @Test
    void aCallerCannotOpenCockpitAndAnOwnerCan() {
        try (Desk desk = browser.desk(base(), "en-US")) {
            desk.login("caller", "cockpit").page().waitForSelector(".alert, .notification");
            assertThat(desk.page().content()).doesNotContain("Running Process Instances");
        }
        try (Desk desk = browser.desk(base(), "en-US")) {
            desk.login("owner", "cockpit")
                    .page()
                    .getByText("Running Process Instances")
                    .first()
                    .waitFor();
        }
    }

    @Test
    void whereTheConveyorStandsIsSeenInCockpitAndByHeads() {
        String acquiring = jdbc.sql("select id_ from act_re_procdef where key_ = 'acquireClient'")
                .query(String.class)
                .single();
        try (Desk desk = browser.desk(base(), "en-US")) {
            desk.login("owner", "cockpit").page().waitForSelector("text=Running Process Instances");
            desk.click("a[href='#/conveyor']").page().waitForSelector(".cv-neck h2:has-text('bottleneck')");
            desk.page().waitForSelector(".cv-tile:has-text('Accept lead')");
            desk.click("summary:has-text('The models with their heat')")
                    .page()
                    .waitForSelector(".cv-diagram [data-element-id=sellToClient]");
            desk.click("summary:has-text('Failed steps by cause')").page().waitForSelector("text=No step has failed.");
            desk.page().navigate(base() + "/camunda/app/cockpit/default/#/process-definition/" + acquiring);
            desk.page().waitForSelector(".cv-control select");
        }
        try (Desk desk = browser.desk(base(), "ru-RU")) {
            desk.login("head", "tasklist")
                    .page()
                    .getByText("Запустить процесс")
                    .first()
                    .waitFor();
            desk.page().navigate(base() + "/pages/conveyor");
            desk.page().waitForSelector(".cv-neck h2:has-text('Узкое место')");
        }
    }

    @Test
    void aPageOfOursAsksForALoginAndComesBack() {
        try (Desk desk = browser.desk(base(), "ru-RU")) {
            desk.page().navigate(base() + "/pages/setup");
            desk.fill("#username", "admin").fill("#password", "admin").click("button");
            desk.page().getByText("Настройка конвейера").first().waitFor();
        }
        try (Desk desk = browser.desk(base(), "ru-RU")) {
            desk.login("caller");
            desk.page().navigate(base() + "/pages/setup");
            desk.page().getByText("Это не для вашей роли").waitFor();
        }
    }

    private void as(String user, Consumer<Desk> work) {
        try (Desk desk = browser.desk(base(), "en-US")) {
            desk.login(user);
            try {
                work.accept(desk);
            } catch (RuntimeException e) {
                desk.picture("failed-" + user);
                throw e;
            }
        }
    }

    private byte[] paying(String paper) {
        String gross = jdbc.sql("select cast(gross as varchar) from invoice where number = ?")
                .param(paper)
                .query(String.class)
                .single();
        return CamtFile.upTo("2026-11-20")
                .in("REF-1", gross, "DE02120300000000202051", "Payment " + paper)
                .bytes();
    }

    /** The job executor works beside us: what it writes is there within seconds. */
    private String eventually(String sql) throws InterruptedException {
        for (int look = 0; look < 150; look++) {
            var found = jdbc.sql(sql).query(String.class).optional();
            if (found.isPresent()) {
                return found.get();
            }
            Thread.sleep(200);
        }
        throw new AssertionError("Nothing came of: " + sql);
    }

    private String base() {
        return "http://localhost:" + port;
    }
}
