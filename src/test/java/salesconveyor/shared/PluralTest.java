package salesconveyor.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluralTest {
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final Texts texts = new Texts(Locale.ENGLISH);

    @ParameterizedTest
    @CsvSource({
        "0, 0 дней",
        "1, 1 день",
        "2, 2 дня",
        "4, 4 дня",
        "5, 5 дней",
        "10, 10 дней",
        "11, 11 дней",
        "12, 12 дней",
        "14, 14 дней",
        "20, 20 дней",
        "21, 21 день",
        "22, 22 дня",
        "25, 25 дней",
        "34, 34 дня",
        "41, 41 день",
        "101, 101 день",
        "111, 111 дней",
        "112, 112 дней",
        "121, 121 день",
        "-1, -1 день"
    })
    void russianHasThreeForms(long number, String words) {
        assertThat(texts.count(RUSSIAN, number, "{0} day|{0} days")).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 days", "1, 1 day", "2, 2 days", "11, 11 days", "21, 21 days", "101, 101 days"})
    void englishHasTwo(long number, String words) {
        assertThat(texts.count(number, "{0} day|{0} days")).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"1, 1 клиента", "2, 2 клиентов", "10, 10 клиентов", "11, 11 клиентов", "21, 21 клиента"})
    void afterOutOfStandsTheGenitive(long number, String words) {
        assertThat(texts.count(RUSSIAN, number, "{0} client of the same industry|{0} clients of the same industry"))
                .isEqualTo(words + " той же отрасли");
    }
}
