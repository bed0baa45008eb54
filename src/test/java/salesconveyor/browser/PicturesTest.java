package salesconveyor.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Makes the pictures of the README from the running software: {@code mvn -Ppictures test}. */
@Tag("pictures")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:pictures;DB_CLOSE_DELAY=-1;CASE_INSENSITIVE_IDENTIFIERS=TRUE",
            "spring.profiles.active=demo",
            "conveyor.outbox=target/outbox"
        })
class PicturesTest {
    private static final Path FOLDER = Path.of("src/docs/pictures");
    private static Browser browser;

    @LocalServerPort
    int port;

    @BeforeAll
    static void aBrowserIsHere() {
        assumeTrue(Browser.program().isPresent(), "No Chromium on this machine: no pictures");
        browser = Browser.open();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void spine() {
        try (Desk owner = browser.desk(base(), "en-US", UnaryOperator.identity())) {
            Page page = owner.login("owner", "cockpit").page();
            page.setViewportSize(1900, 780);
            page.getByText("Processes").first().click();
            page.getByText("Sales conveyor").first().click();
            page.waitForSelector(".djs-container .bjs-container, .djs-container svg");
            page.getByTitle("Maximize diagram")
                    .or(page.locator(".ctn-toggle-button"))
                    .first()
                    .click();
            page.waitForTimeout(1500);
            page.locator(".bpmn-zoom, button[ng-click*=resetZoom], .zoom-reset")
                    .first()
                    .click();
            // The diagram with the cases at work, without the controls that lie over it.
            page.addStyleTag(new Page.AddStyleTagOptions()
                    .setContent(
                            ".navigation, .diagram-tools, [class*=maximize], [class*=collapse-tabs], .overlay-link, .bjs-drilldown, .ctn-toggle-button, .ctn-tabbed-toggle,"
                                    + " input.toggle { display: none !important; }"));
            page.waitForTimeout(2000);
            page.locator(".djs-container")
                    .first()
                    .screenshot(new Locator.ScreenshotOptions().setPath(FOLDER.resolve("spine.png")));
        }
    }

    @Test
    void tasklist() {
        try (Desk caller = browser.desk(base(), "en-US", UnaryOperator.identity())) {
            Page page = caller.login("caller")
                    .take("Waiting for my role", "Call company", "")
                    .page();
            page.setViewportSize(1360, 1000);
            page.waitForTimeout(1500);
            page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve("tasklist.png")));
        }
    }

    private String base() {
        return "http://localhost:" + port;
    }
}
