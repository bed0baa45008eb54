package salesconveyor.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;

/** What the client sees without a login, and who may read a delivery note. */
class SatisfactionPageTest extends ServiceCase {
    @Autowired
    TestRestTemplate browser;

    @Test
    void lookingAtThePageAnswersNothing() {
        String token = toSurvey();
        var page = get(token, Locale.ENGLISH);
        assertThat(page.getStatusCode().value()).isEqualTo(200);
        assertThat(page.getBody()).contains("How likely is it that you recommend us?");
        assertThat(page.getHeaders().getFirst("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(get(token + "?score=1&comment=x", Locale.ENGLISH).getBody()).contains("Send answer");
        assertThat(surveys.ofOrder(order).orElseThrow().answered()).isNull();
    }

    @Test
    void thePageSpeaksTheLanguageOfTheBrowser() {
        assertThat(get(toSurvey(), Locale.forLanguageTag("ru")).getBody())
                .contains("Насколько вероятно, что вы нас порекомендуете?")
                .contains("lang=\"ru\"");
    }

    @Test
    void anAnswerIsKeptOnceAndWakesTheCase() {
        String token = toSurvey();
        assertThat(post(token, "2", "Broken <b>lid</b>").getBody()).contains("Thank you!");
        assertThat(surveys.ofOrder(order).orElseThrow())
                .satisfies(survey -> assertThat(survey.score()).isEqualTo(2))
                .satisfies(survey -> assertThat(survey.comment()).isEqualTo("Broken <b>lid</b>"));
        assertThat(task("recoverClient")).isNotNull();
        var again = post(token, "10", "");
        assertThat(again.getStatusCode().value()).isEqualTo(410);
        assertThat(again.getBody()).contains("we already have your answer");
        assertThat(surveys.ofOrder(order).orElseThrow().score()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "11", "-1", "5.5", "ten", "010"})
    void aScoreThatIsNoneIsAskedForAgainAndTheCommentStays(String score) {
        String token = toSurvey();
        var page = post(token, score, "Fine <words>");
        assertThat(page.getStatusCode().value()).isEqualTo(400);
        assertThat(page.getBody()).contains("choose a number from 0 to 10").contains("Fine &lt;words&gt;");
        assertThat(surveys.ofOrder(order).orElseThrow().answered()).isNull();
    }

    @Test
    void aCommentThatIsTooLongIsRefused() {
        var page = post(toSurvey(), "5", "x".repeat(2001));
        assertThat(page.getStatusCode().value()).isEqualTo(400);
        assertThat(page.getBody()).contains("longer than 2000 characters");
        assertThat(surveys.ofOrder(order).orElseThrow().answered()).isNull();
    }

    @Test
    void unknownAndExpiredLinksGetAFriendlyPage() {
        var unknown = get("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", Locale.ENGLISH);
        assertThat(unknown.getStatusCode().value()).isEqualTo(404);
        assertThat(unknown.getBody()).contains("We do not know this link");
        String token = toSurvey();
        laterBy(Duration.ofDays(31));
        assertThat(get(token, Locale.ENGLISH).getBody()).contains("expired");
        assertThat(post(token, "1", "").getStatusCode().value()).isEqualTo(410);
    }

    @ParameterizedTest
    @CsvSource({"shipper, 200", "manager, 200", "head, 200", "caller, 403", "researcher, 403"})
    void aDeliveryNoteIsForThoseWhoShipAndAnswerForTheClient(String user, int status) throws Exception {
        toSurvey();
        var path = "/api/shipments/" + deliveries.ofOrder(order).get(0).number() + ".pdf";
        var answer = browser.withBasicAuth(user, user).getForEntity(path, byte[].class);
        assertThat(answer.getStatusCode().value()).isEqualTo(status);
        if (status == 200) {
            try (var pdf = Loader.loadPDF(answer.getBody())) {
                assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
                        .contains(deliveries.ofOrder(order).get(0).number())
                        .contains(order)
                        .contains("Print design 2.5 2.5 h");
            }
        }
    }

    @Test
    void aDeliveryNoteNeedsALoginAndANumberThatExists() {
        assertThat(browser.getForEntity("/api/shipments/D-2026-000001.pdf", String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(401);
        assertThat(browser.withBasicAuth("shipper", "shipper")
                        .getForEntity("/api/shipments/D-1999-000001.pdf", String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
    }

    private ResponseEntity<String> get(String token, Locale language) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.ACCEPT_LANGUAGE, language.toLanguageTag());
        return browser.exchange(
                "/public/satisfaction/" + token, HttpMethod.GET, new HttpEntity<>(headers), String.class);
    }

    private ResponseEntity<String> post(String token, String score, String comment) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.ACCEPT_LANGUAGE, "en");
        headers.setContentType(MediaType.APPLICATION_FORM_URLENCODED);
        var form = new LinkedMultiValueMap<String, String>();
        form.add("score", score);
        form.add("comment", comment);
        return browser.postForEntity("/public/satisfaction/" + token, new HttpEntity<>(form, headers), String.class);
    }
}
