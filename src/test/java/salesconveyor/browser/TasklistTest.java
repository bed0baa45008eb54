package salesconveyor.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import salesconveyor.engine.Hands;

/** The staff's real Tasklist in the Chromium of this machine; without one the tests say that they skip. */
@Tag("browser")
class TasklistTest extends Floor {
    @Test
    void aRussianBrowserShowsTasklistInRussian() {
        try (Desk desk = desk("ru-RU")) {
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
        everybodyGoesHome();
        as("researcher", desk -> {
            desk.open("Research company", company);
            assertThat(desk.field("Person to ask for").inputValue()).isEqualTo("Berta Beispiel");
            assertThat(desk.field("Where you found it").inputValue()).isEqualTo("their imprint");
        });
    }

    @Test
    void aDraftThatTheServerRefusedIsSentAgainThoughNobodyTypesOn(@Autowired Hands hands) {
        String company = "Zweitversuch Papier GmbH";
        hands.start("marketer", "salesConveyor", Map.of("companyName", company, "channel", "REFERRAL"));
        as("researcher", desk -> {
            desk.take(ROLE, "Research company", company)
                    .choose("Outcome", "Found")
                    .page()
                    .route(url -> url.endsWith("/draft"), route -> {
                        if (route.request().method().equals("PUT")) {
                            route.fulfill(new Route.FulfillOptions().setStatus(503));
                        } else {
                            route.resume();
                        }
                    });
            desk.type("Person to ask for", "Willi Wieder");
            desk.page().mouse().click(700, 80);
            desk.page()
                    .locator(".conveyor-draft:has-text('The draft is kept in this browser only.')")
                    .waitFor();
            desk.page().unrouteAll();
            desk.page().mouse().click(700, 80);
            desk.page().locator(".conveyor-draft:has-text('Draft kept at')").waitFor();
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
        try (Desk desk = desk("en-US")) {
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
        try (Desk desk = desk("en-US")) {
            desk.login("caller", "cockpit").page().waitForSelector(".alert, .notification");
            assertThat(desk.page().content()).doesNotContain("Running Process Instances");
        }
        try (Desk desk = desk("en-US")) {
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
        try (Desk desk = desk("en-US")) {
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
        try (Desk desk = desk("ru-RU")) {
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
        try (Desk desk = desk("ru-RU")) {
            desk.page().navigate(base() + "/pages/setup");
            desk.fill("#username", "admin").fill("#password", "admin").click("button");
            desk.page().getByText("Настройка конвейера").first().waitFor();
        }
        try (Desk desk = desk("ru-RU")) {
            desk.login("caller");
            desk.page().navigate(base() + "/pages/setup");
            desk.page().getByText("Это не для вашей роли").waitFor();
        }
    }
}
