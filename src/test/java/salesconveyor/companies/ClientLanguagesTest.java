package salesconveyor.companies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.ConveyorTest;

/** In which language a client is written to. */
@ConveyorTest
class ClientLanguagesTest {
    @Autowired
    Companies companies;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest(name = "country {0}, chosen {1}, usual {2}: {3}")
    @CsvSource({
        "RU, , en, ru",
        "KZ, , en, ru",
        "BY, , en, ru",
        "DE, , ru, en",
        "PL, , ru, en",
        "Германия, , ru, en",
        ", , ru, ru",
        ", , en, en",
        "DE, ru, en, ru",
        "RU, en, ru, en",
        ", ru, en, ru"
    })
    void aClientReadsItsOwnLanguage(@Nullable String country, @Nullable String chosen, String usual, String language) {
        String company = companies.add("Polyglot " + country + chosen + usual);
        if (country != null) {
            companies.learn(company, Map.of("country", country), "web", null);
        }
        ClientLanguages languages = new ClientLanguages(jdbc, Locale.forLanguageTag(usual));
        if (chosen != null) {
            languages.choose(company, chosen);
        }
        assertThat(languages.of(company).getLanguage()).isEqualTo(language);
        assertThatThrownBy(() -> languages.choose(company, "tlh")).isInstanceOf(IllegalArgumentException.class);
    }
}
