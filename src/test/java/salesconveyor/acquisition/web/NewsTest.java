package salesconveyor.acquisition.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import salesconveyor.ConveyorTest;
import salesconveyor.companies.Consents;
import salesconveyor.companies.Consents.Purpose;
import salesconveyor.companies.MailSuppressions;

/** News are for whoever proved that the address is theirs, and for nobody else. */
@ConveyorTest
class NewsTest {
    private static final AtomicInteger LAST = new AtomicInteger();

    @Autowired
    MockMvc browser;

    @Autowired
    Consents consents;

    @Autowired
    MailSuppressions suppressions;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    private final int visitor = LAST.incrementAndGet();
    private final String email = "wants" + visitor + "@news.example.com";

    @AfterEach
    void setTheClockBack() {
        ClockUtil.reset();
    }

    @Test
    void aTickIsARequestAndTheLinkInTheMailTheConsent() throws Exception {
        ask("Boxes?", Locale.ENGLISH);
        assertThat(consents.has(email, Purpose.MARKETING)).isFalse();
        assertThat(mail().get("subject")).isEqualTo("Please confirm that you want our news");
        assertThat(mail().get("body").toString())
                .contains("http://localhost:8080" + link())
                .contains("If it was not you, do nothing");

        browser.perform(get(link()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(email)))
                .andExpect(content().string(containsString("<button")));
        assertThat(consents.has(email, Purpose.MARKETING))
                .as("a scanner opened it")
                .isFalse();

        browser.perform(from(post(link()), "2001:db8::5"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Confirmed")));
        assertThat(consents.has(email, Purpose.MARKETING)).isTrue();
        Map<String, Object> proof = jdbc.sql("select * from consent where email = ? and purpose = 'MARKETING'")
                .param(email)
                .query()
                .singleRow();
        assertThat(proof)
                .containsEntry("text_version", "news-1")
                .containsEntry("source", "inquiry on the site")
                .containsEntry("person", "Anna")
                .containsEntry("requested_from", "198.51.100." + visitor)
                .containsEntry("given_from", "2001:db8::5");
        assertThat(proof.get("requested")).isNotNull();

        browser.perform(post(link())).andExpect(content().string(containsString("Confirmed")));
        assertThat(count("consent where purpose = 'MARKETING' and email"))
                .as("once")
                .isEqualTo(1);
    }

    @Test
    void aLinkThatExpiredSaysSoAndAsksToTryAgain() throws Exception {
        ask("Boxes?", Locale.ENGLISH);
        String old = link();
        later(Duration.ofDays(8));
        for (MockHttpServletRequestBuilder click : new MockHttpServletRequestBuilder[] {get(old), post(old)}) {
            browser.perform(click)
                    .andExpect(status().isGone())
                    .andExpect(content().string(containsString("This link has expired")));
        }
        assertThat(consents.has(email, Purpose.MARKETING)).isFalse();
        ask("Boxes again?", Locale.ENGLISH);
        assertThat(count("mail where mail_key like 'news-%' and recipient")).isEqualTo(2);
    }

    @Test
    void aStrangersAddressIsNotFloodedWithLinks() throws Exception {
        ask("One", Locale.ENGLISH);
        ask("Two", Locale.ENGLISH);
        assertThat(count("mail where mail_key like 'news-%' and recipient")).isEqualTo(1);
        browser.perform(post(link())).andExpect(status().isOk());
        later(Duration.ofDays(2));
        ask("Three", Locale.ENGLISH);
        assertThat(count("mail where mail_key like 'news-%' and recipient"))
                .as("gets news already")
                .isEqualTo(1);
    }

    @Test
    void whoUnsubscribedMayComeBack() throws Exception {
        suppressions.add(email, "unsubscribed");
        ask("Boxes?", Locale.forLanguageTag("ru"));
        assertThat(mail().get("subject").toString()).isEqualTo("Подтвердите, что хотите получать наши новости");
        assertThat(suppressions.contains(email)).isTrue();
        browser.perform(post(link()).locale(Locale.forLanguageTag("ru")))
                .andExpect(content().string(containsString("Подтверждено")));
        assertThat(suppressions.contains(email)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "' or 1=1 --"})
    void aTokenThatWasGuessedConfirmsNothing(String token) throws Exception {
        browser.perform(get("/public/news/{token}", token)).andExpect(status().isNotFound());
        browser.perform(post("/public/news/{token}", token))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("This link is not known")));
    }

    @Test
    void whoDoesNotTickGetsNoMail() throws Exception {
        browser.perform(inquiry("Boxes?").locale(Locale.ENGLISH)).andExpect(status().isOk());
        assertThat(count("mail where recipient")).isZero();
    }

    private void ask(String message, Locale language) throws Exception {
        browser.perform(inquiry(message)
                        .param("news", "true")
                        .param("news_version", "news-1")
                        .locale(language))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(containsString(
                                language.equals(Locale.ENGLISH) ? "confirm your address" : "подтвердите свой адрес")));
    }

    private MockHttpServletRequestBuilder inquiry(String message) {
        return from(post("/public/inquiry"), "198.51.100." + visitor)
                .contentType("application/x-www-form-urlencoded")
                .param("company", "News " + visitor)
                .param("name", "Anna")
                .param("email", email)
                .param("message", message)
                .param("consent", "true")
                .param("consent_version", "inquiry-1");
    }

    private static MockHttpServletRequestBuilder from(MockHttpServletRequestBuilder request, String address) {
        return request.with(sent -> {
            sent.setRemoteAddr(address);
            return sent;
        });
    }

    private String link() {
        return "/public/news/"
                + jdbc.sql("select token from news_request where email = ? order by id desc limit 1")
                        .param(email)
                        .query(String.class)
                        .single();
    }

    private Map<String, Object> mail() {
        return jdbc.sql("select * from mail where recipient = ?")
                .param(email)
                .query()
                .singleRow();
    }

    private int count(String what) {
        return jdbc.sql("select count(*) from " + what + " = ?")
                .param(email)
                .query(Integer.class)
                .single();
    }

    private void later(Duration duration) {
        ClockUtil.setCurrentTime(Date.from(clock.instant().plus(duration)));
    }
}
