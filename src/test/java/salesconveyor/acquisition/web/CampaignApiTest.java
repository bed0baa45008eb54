package salesconveyor.acquisition.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.ConveyorTest;
import salesconveyor.Door;
import salesconveyor.companies.Companies;
import salesconveyor.companies.Consents;
import salesconveyor.companies.Consents.Consent;
import salesconveyor.companies.Consents.Purpose;

/** What marketers and heads see of mailings. */
@ConveyorTest
class CampaignApiTest {
    private static final AtomicInteger LAST = new AtomicInteger();

    @Autowired
    TestRestTemplate browser;

    @Autowired
    Companies companies;

    @Autowired
    Consents consents;

    @Autowired
    JdbcClient jdbc;

    private final int reader = LAST.incrementAndGet();
    private final String industry = "Campaign readers " + reader;
    private final String email = "figures" + reader + "@readers.example.com";
    private String company;

    @BeforeEach
    void somebodyAgreedToGetNews() {
        company = companies.add("Figures " + reader);
        companies.learn(company, Map.of("industry", industry, "city", "Ulm " + reader), "web", null);
        consents.give(new Consent(email, Purpose.MARKETING, "news-1", "test", company, "Anna"));
    }

    @Test
    void aDraftIsShownAsARealReaderWouldReadIt() throws Exception {
        JsonNode seen = read(preview("CONSENTING", "News for {company}", "Dear {name}"));
        assertThat(seen.get("recipients").asInt()).isEqualTo(1);
        assertThat(seen.get("letter").asText())
                .contains("Subject: News for Figures " + reader, "Dear Anna", "/public/unsubscribe/…");
        assertThat(jdbc.sql("select count(*) from mail where recipient = ?")
                        .param(email)
                        .query(Integer.class)
                        .single())
                .as("a preview sends nothing")
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CONSENTING | Dear {Name} | {Name} is not a merge field",
                "CONSENTING | {} | {} is not a merge field",
                "SOMEBODY | Hello | Please choose who gets the mailing."
            })
    void aDraftThatCannotBeSentIsRefusedWithASentence(String segment, String text, String sentence) throws Exception {
        var answer = preview(segment, "News", text);
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(read(answer).get("message").asText()).startsWith(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "\"x\"", ""})
    void whatIsNoDraftIsRefused(String body) {
        assertThat(Door.rest(browser, "marketer")
                        .post("/api/campaigns/preview", body)
                        .getStatusCode()
                        .value())
                .isEqualTo(400);
    }

    @Test
    void nobodyOfTheChosenIsAnEmptyPreview() throws Exception {
        JsonNode seen = read(preview("CLIENTS", "News", "Hello"));
        assertThat(seen.get("recipients").asInt()).isZero();
        assertThat(seen.get("letter").isNull()).isTrue();
    }

    @Test
    void theListsOfTheFormHoldWhatOccurs() throws Exception {
        JsonNode choices = read(Door.rest(browser, "marketer").get("/api/campaigns/choices"));
        assertThat(choices.get("industries").toString()).contains(industry);
        assertThat(choices.get("regions").toString()).contains("Ulm " + reader);
    }

    @Test
    void theFiguresCountWhatBecameOfTheLetters() throws Exception {
        String number = "M-TEST-" + reader;
        jdbc.sql("insert into campaign (number, name, opened, result) values (?, 'Figures', current_timestamp, 'SENT')")
                .param(number)
                .update();
        String[] fates = {"sent", "sent, bounced", "sent, unsubscribed", "sent, inquired", "skipped"};
        for (int i = 0; i < fates.length; i++) {
            jdbc.sql("insert into campaign_recipient (campaign_number, email, company_number, token, " + fates[i]
                            + ") values (?, ?, ?, ?, current_timestamp"
                            + (fates[i].contains(",") ? ", current_timestamp)" : ")"))
                    .params(number, i + email, company, "token-" + reader + "-" + i)
                    .update();
        }
        JsonNode figures = read(Door.rest(browser, "head").get("/api/campaigns/" + number));
        assertThat(figures.get("recipients").asInt()).isEqualTo(5);
        assertThat(figures.get("sent").asInt()).isEqualTo(4);
        for (String one : new String[] {"skipped", "bounced", "unsubscribed", "inquired"}) {
            assertThat(figures.get(one).asInt()).as(one).isEqualTo(1);
        }
        assertThat(Door.rest(browser, "marketer").get("/pages/campaigns").getBody())
                .contains(number, "25 %")
                .doesNotContain(email);
        assertThat(Door.rest(browser, "marketer")
                        .get("/api/campaigns/M-2000-000001")
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
    }

    private ResponseEntity<String> preview(String segment, String subject, String text) {
        return Door.rest(browser, "marketer")
                .post(
                        "/api/campaigns/preview",
                        Map.of("segment", segment, "industry", industry, "subject", subject, "text", text));
    }

    private static JsonNode read(ResponseEntity<String> answer) throws Exception {
        return new ObjectMapper().readTree(answer.getBody());
    }
}
