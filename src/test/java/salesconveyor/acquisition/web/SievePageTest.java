package salesconveyor.acquisition.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import salesconveyor.ConveyorTest;

/** The page and the endpoint of the sieve's figures; who may open them is in the role matrix. */
@ConveyorTest
class SievePageTest {
    @Autowired
    TestRestTemplate browser;

    @ParameterizedTest
    @CsvSource({
        "en, How well the sieve works, No data yet: there was no such lead in these days.",
        "ru, Как работает сито, Данных пока нет: в эти дни таких лидов не было."
    })
    void thePageSpeaksTheLanguageOfItsReaderAndOwnsUpThatThereIsNoData(String language, String title, String empty) {
        assertThat(get("/pages/sieve?from=2001-01-01&to=2001-01-31", language).getBody())
                .contains(title, empty)
                .doesNotContain("??");
    }

    @ParameterizedTest
    @CsvSource({"en, All channels, Trade show", "ru, Все каналы, Выставка"})
    void thePageOffersTheChannelsAndKeepsTheChosenOne(String language, String all, String show) {
        assertThat(get("/pages/sieve?channel=TRADE_SHOW", language).getBody())
                .contains(all, "<option value=\"TRADE_SHOW\" selected=\"selected\">" + show + "</option>")
                .contains("/public/style.css", "href=\"/\"");
        assertThat(get("/api/sieve/calibration?channel=TRADE_SHOW", language).getBody())
                .contains("\"channel\":\"TRADE_SHOW\"");
    }

    @Test
    void theEndpointGivesTheSameFigures() {
        assertThat(get("/api/sieve/calibration?from=2001-01-01&to=2001-01-31&pass=70&nurture=20", "en")
                        .getBody())
                .contains("\"from\":\"2001-01-01\"", "\"passFrom\":70", "\"nurtureFrom\":20", "\"rejects\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    from=yesterday          | is no day
                    from=2026-02-30         | is no day
                    from=2026-03-02&to=2026-03-01 | lies after
                    pass=many               | is no number of points
                    pass=1e999999999        | is no number of points
                    nurture=90&pass=10      | must not be above
                    channel=PIGEON          | is no channel
                    """)
    void badQuestionsAreAnsweredWithTheWayOut(String question, String sentence) {
        var answer = get("/api/sieve/calibration?" + question, "en");
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody()).contains(sentence);
        var page = get("/pages/sieve?" + question, "en");
        assertThat(page.getStatusCode().value()).isEqualTo(200);
        assertThat(page.getBody()).contains(sentence);
    }

    private ResponseEntity<String> get(String path, String language) {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.ACCEPT_LANGUAGE, language);
        headers.set(HttpHeaders.ACCEPT, "text/html,application/json");
        return browser.withBasicAuth("head", "head")
                .exchange(path, HttpMethod.GET, new HttpEntity<>(headers), String.class);
    }
}
