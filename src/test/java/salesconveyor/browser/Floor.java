package salesconveyor.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.shared.Texts;

/** The demo team at its desks in the Chromium of this machine; without one the tests say that they skip. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:browser;DB_CLOSE_DELAY=-1;CASE_INSENSITIVE_IDENTIFIERS=TRUE",
            "spring.profiles.active=demo",
            "conveyor.demo-day=false",
            "conveyor.acquisition.sample-share=0",
            "conveyor.outbox=target/outbox"
        })
abstract class Floor {
    static final String ROLE = "Waiting for my role";
    private static Browser browser;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Texts texts;

    @Autowired
    private RuntimeService cases;

    private final Map<String, Desk> desks = new LinkedHashMap<>();

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

    @AfterEach
    void everybodyGoesHome() {
        desks.values().forEach(Desk::close);
        desks.clear();
    }

    /** A window of its own, for somebody who reads the language of this installation. */
    Desk desk() {
        return desk(texts.locale().getLanguage().equals("ru") ? "ru-RU" : "en-US");
    }

    Desk desk(String language) {
        return browser.desk(base(), language, this::said);
    }

    private String said(String english) {
        String said = texts.say(english);
        assertThat(texts.isEnglish() || !said.equals(english))
                .as("no words for \"%s\" in %s", english, texts.locale())
                .isTrue();
        return said;
    }

    /** At the window of this person, which stays open until the end of the test; a failure leaves its picture. */
    void as(String user, Consumer<Desk> work) {
        Desk desk = desks.get(user);
        try {
            if (desk == null) {
                desk = desk();
                desks.put(user, desk);
                desk.login(user);
            }
            work.accept(desk);
        } catch (RuntimeException | AssertionError e) {
            desk.picture("failed-" + texts.locale() + "-" + user);
            throw e;
        }
    }

    /** Nothing is left of what another test began. */
    void nobodyHasWork() throws InterruptedException {
        eventually("an empty floor", () -> {
            try {
                List<String> running = cases.createProcessInstanceQuery().rootProcessInstances().list().stream()
                        .map(ProcessInstance::getId)
                        .toList();
                if (!running.isEmpty()) {
                    cases.deleteProcessInstances(running, "another day", false, true);
                }
                return running.isEmpty() ? true : null;
            } catch (OptimisticLockingException e) {
                return null; // The job executor was at it.
            }
        });
    }

    /** The job executor works beside us: what it writes is there within seconds. */
    String eventually(String sql, Object... values) throws InterruptedException {
        return eventually(sql, () -> jdbc.sql(sql)
                .params(values)
                .query(String.class)
                .optional()
                .orElse(null));
    }

    static <T> T eventually(String what, Supplier<T> look) throws InterruptedException {
        for (int times = 0; times < 150; times++) {
            T found = look.get();
            if (found != null) {
                return found;
            }
            Thread.sleep(200);
        }
        throw new AssertionError("Nothing came of: " + what);
    }

    String base() {
        return "http://localhost:" + port;
    }
}
