package salesconveyor.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
    @ParameterizedTest
    @CsvSource({"2.345, EUR, 2.35", "2.344, EUR, 2.34", "-2.345, EUR, -2.35", "2.5, JPY, 3", "1.2345, KWD, 1.23"})
    void halvesRoundAwayFromZeroToTheDecimalsOfTheCurrency(String exact, String currency, String rounded) {
        assertThat(Money.rounded(new BigDecimal(exact), Currency.getInstance(currency)))
                .isEqualTo(Money.of(rounded, currency));
    }

    @Test
    void theSameAmountIsEqualHoweverItIsWritten() {
        assertThat(Money.of("1", "EUR"))
                .isEqualTo(Money.of("1.0000", "EUR"))
                .hasToString("1.00 EUR")
                .isNotEqualTo(Money.of("1", "RUB"));
    }

    @Test
    void anAmountThatCannotBePaidIsNoMoney() {
        assertThatThrownBy(() -> Money.of("1.001", "EUR")).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void currenciesDoNotMix() {
        Money euro = Money.of("1", "EUR");
        Money rouble = Money.of("1", "RUB");
        assertThatThrownBy(() -> euro.plus(rouble)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> euro.isLessThan(rouble)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void itIsReckonedExactly() {
        Money price = Money.of("10.03", "EUR");
        assertThat(price.times(3)).isEqualTo(Money.of("30.09", "EUR"));
        assertThat(price.times(new BigDecimal("0.5"))).isEqualTo(Money.of("5.02", "EUR"));
        assertThat(price.percent(new BigDecimal("12.5"))).isEqualTo(Money.of("1.25", "EUR"));
        assertThat(price.minus(price).isZero()).isTrue();
        assertThat(price.negated().isNegative()).isTrue();
        assertThat(price.isMoreThan(price.negated())).isTrue();
    }

    @Test
    void peopleReadItInTheirWay() {
        assertThat(Money.of("1234.5", "EUR").text(Locale.GERMANY)).isEqualTo("1.234,50\u00a0€");
        assertThat(Money.of("1234.5", "RUB").text(Locale.forLanguageTag("ru-RU")))
                .matches("1.234,50.₽");
        assertThat(Money.of("1234", "JPY").text(Locale.US)).isEqualTo("¥1,234");
    }
}
