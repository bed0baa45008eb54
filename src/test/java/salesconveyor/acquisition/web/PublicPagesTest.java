package salesconveyor.acquisition.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.options;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import salesconveyor.ConveyorTest;

/** What strangers see and what they cannot do. */
@ConveyorTest
class PublicPagesTest {
    private static final AtomicInteger LAST = new AtomicInteger();

    @Autowired
    MockMvc browser;

    @Autowired
    JdbcClient jdbc;

    private final int visitor = LAST.incrementAndGet();
    private final String email = "visitor" + visitor + "@example.com";

    @Test
    void thePageSpeaksTheLanguageOfTheBrowser() throws Exception {
        browser.perform(get("/public/inquiry").locale(Locale.forLanguageTag("ru")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Напишите нам")));
        browser.perform(get("/public/inquiry?utm_source=fair&utm_campaign=spring&m=tok")
                        .locale(Locale.ENGLISH))
                .andExpect(content().string(containsString("Write to us")))
                .andExpect(content().string(containsString("value=\"fair\"")))
                .andExpect(content().string(containsString("value=\"tok\"")));
        browser.perform(get("/public/page.css")).andExpect(status().isOk());
    }

    @Test
    void anInquiryIsTakenWithWhereItCameFrom() throws Exception {
        browser.perform(inquiry().param("utm_source", "fair").param("utm_campaign", "x".repeat(300)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Thank you")));
        assertThat(stored("source")).isEqualTo("fair");
        assertThat(stored("campaign")).hasSize(100);
        assertThat(stored("consent_version")).isEqualTo("inquiry-1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "company | '' | Please fill in this field",
                "name | '   ' | Please fill in this field",
                "email | anna | This is not an e-mail address",
                "email | '\"a b\"@example.com' | This is not an e-mail address",
                "email | 'a@example.com,b@example.com' | This is not an e-mail address",
                "phone | 12 | This is not a phone number",
                "message | '' | Please fill in this field",
                "consent | false | Without your consent"
            })
    void badInputComesBackWithASentenceAtTheField(String field, String value, String sentence) throws Exception {
        browser.perform(inquiry(field, value))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString(sentence)))
                .andExpect(content().string(containsString("Boxes, please")));
        assertThat(jdbc.sql("select count(*) from inquiry where email = ?")
                        .param(email)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whatIsTooLongIsRefusedAndNotCutInSilence() throws Exception {
        browser.perform(inquiry("message", "x".repeat(2001)))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Please shorten this to 2,000 characters")));
        browser.perform(inquiry("company", "x".repeat(301))).andExpect(status().isBadRequest());
    }

    @Test
    void markupAndControlCharactersAreOnlyText() throws Exception {
        browser.perform(inquiry("company", "<script>alert(1)</script>\r\nBcc: x@example.com")
                        .param("phone", "?"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(not(containsString("<script>"))))
                .andExpect(content().string(containsString("&lt;script&gt;")));
        browser.perform(inquiry("company", "Evil" + visitor + "\u0000\r\nBcc: x@example.com"))
                .andExpect(status().isOk());
        assertThat(stored("company")).isEqualTo("Evil" + visitor + " Bcc: x@example.com");
    }

    @Test
    void aProgramIsToldTheFieldAndTheSentence() throws Exception {
        browser.perform(json("{\"company\":\"Acme\",\"email\":\"no\"}").locale(Locale.forLanguageTag("ru")))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.received").value(false))
                .andExpect(jsonPath("$.problems[?(@.field == 'email')].sentence")
                        .value("Это не адрес электронной почты; пример: anna@example.com."));
        browser.perform(json(("{\"company\":\"Json %d\",\"name\":\"Anna\",\"email\":\"%s\",\"message\":\"Boxes\","
                                + "\"consent\":true,\"consent_version\":\"inquiry-1\",\"utm_source\":\"site\",\"unknown\":1}")
                        .formatted(visitor, email)))
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.received").value(true));
        assertThat(stored("source")).isEqualTo("site");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{ | 400", "null | 400", "[] | 400", "'{\"company\":{\"a\":1}}' | 400", "'' | 400", "'\"x\"' | 400"
            })
    void whatIsNotAnInquiryIsRefused(String body, int status) throws Exception {
        browser.perform(json(body))
                .andExpect(status().is(status))
                .andExpect(jsonPath("$.received").value(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/xml", "nonsense"})
    void anotherKindOfContentIsRefusedWithASentence(String type) throws Exception {
        browser.perform(json("{}").header("Content-Type", type))
                .andExpect(status().is(415))
                .andExpect(jsonPath("$.problems[0].sentence").value(containsString("application/json")));
    }

    @Test
    void aFormOfOnesOwnShowsOurWordsAndSendsTheirVersion() throws Exception {
        browser.perform(get("/public/inquiries/consent").locale(Locale.forLanguageTag("ru")))
                .andExpect(jsonPath("$.answer.version").value("inquiry-1"))
                .andExpect(jsonPath("$.answer.words").value(containsString("Я согласен")))
                .andExpect(jsonPath("$.news.version").value("news-1"));
        browser.perform(inquiry("consent_version", "inquiry-0"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("The words of the consent have changed")));
        browser.perform(inquiry("consent_version", "inquiry-1")).andExpect(status().isOk());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            \"news\":false                                                           | consent | send consent_version
            \"news\":false,\"consent_version\":\" \"                                 | consent | send consent_version
            \"news\":false,\"consent_version\":\"inquiry-0\"                         | consent | have changed
            \"news\":true,\"consent_version\":\"inquiry-1\"                          | news    | send news_version
            \"news\":true,\"consent_version\":\"inquiry-1\",\"news_version\":\"news-0\" | news    | have changed
            \"news\":true,\"consent_version\":\"inquiry-1\",\"news_version\":\"news-1\" |         |
            \"news\":false,\"consent_version\":\"inquiry-1\"                         |         |
            """)
    void aConsentWithoutTheVersionOfItsWordsIsNoProof(String versions, @Nullable String field, @Nullable String words)
            throws Exception {
        var answer = browser.perform(json(("{\"company\":\"Proof %d\",\"name\":\"Anna\",\"email\":\"%s\","
                        + "\"message\":\"Boxes\",\"consent\":true," + versions + "}")
                .formatted(visitor, email)));
        if (field == null) {
            answer.andExpect(status().isAccepted());
            return;
        }
        answer.andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.problems.length()").value(1))
                .andExpect(jsonPath("$.problems[0].field").value(field))
                .andExpect(jsonPath("$.problems[0].sentence").value(containsString(String.valueOf(words))));
        assertThat(jdbc.sql("select count(*) from inquiry where email = ?")
                        .param(email)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void withoutASettingNoOtherSiteMaySendOrFrameTheForm() throws Exception {
        browser.perform(json("{}").header("Origin", "https://evil.example")).andExpect(status().isForbidden());
        browser.perform(options("/public/inquiries")
                        .header("Origin", "https://evil.example")
                        .header("Access-Control-Request-Method", "POST"))
                .andExpect(status().isForbidden())
                .andExpect(header().doesNotExist("Access-Control-Allow-Origin"));
        browser.perform(get("/public/inquiry")).andExpect(header().string("X-Frame-Options", "DENY"));
        browser.perform(get("/public/login")).andExpect(header().string("X-Frame-Options", "DENY"));
    }

    @Test
    void aHeaderThatAnybodyCanWriteDoesNotHideASender() throws Exception {
        for (int i = 1; i <= 21; i++) {
            browser.perform(
                    json("{}").header("X-Forwarded-For", "192.0.2." + i).header("Forwarded", "for=192.0.2." + i));
        }
        browser.perform(json("{}").header("X-Forwarded-For", "192.0.2.99")).andExpect(status().is(429));
    }

    @Test
    void aHugeBodyIsNotRead() throws Exception {
        browser.perform(json("{\"message\":\"" + "x".repeat(100_000) + "\"}")).andExpect(status().is(413));
    }

    @Test
    void manyInquiriesFromOneAddressAreStopped() throws Exception {
        for (int i = 1; i <= 20; i++) {
            browser.perform(inquiry("email", "no")).andExpect(status().isBadRequest());
        }
        browser.perform(inquiry())
                .andExpect(status().is(429))
                .andExpect(content().string(containsString("Too many inquiries")));
        browser.perform(json("{}")).andExpect(status().is(429));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "' or 1=1 --"})
    void aTokenThatWasGuessedOpensNothing(String token) throws Exception {
        browser.perform(get("/public/unsubscribe/{token}", token))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("This link is not known")));
        browser.perform(post("/public/unsubscribe/{token}", token)).andExpect(status().isNotFound());
    }

    private MockHttpServletRequestBuilder inquiry() {
        return inquiry("none", "");
    }

    private MockHttpServletRequestBuilder inquiry(String field, String value) {
        var request = from(post("/public/inquiry")).contentType("application/x-www-form-urlencoded");
        var fields = new java.util.HashMap<String, String>(java.util.Map.of(
                "company",
                "Visitors " + visitor,
                "name",
                "Anna",
                "email",
                email,
                "message",
                "Boxes, please",
                "consent",
                "true",
                "consent_version",
                "inquiry-1"));
        if (field.equals("message")) {
            fields.put("company", "Boxes, please");
        }
        fields.put(field, value);
        fields.forEach(request::param);
        return request;
    }

    private MockHttpServletRequestBuilder json(String body) {
        return from(post("/public/inquiries")).contentType("application/json").content(body);
    }

    /** Each test has a network address of its own, because inquiries are counted by it. */
    private MockHttpServletRequestBuilder from(MockHttpServletRequestBuilder request) {
        return request.locale(Locale.ENGLISH).with(sent -> {
            sent.setRemoteAddr("203.0.113." + visitor);
            return sent;
        });
    }

    private String stored(String column) {
        return jdbc.sql("select " + column + " from inquiry where email = ?")
                .param(email)
                .query(String.class)
                .single();
    }
}
