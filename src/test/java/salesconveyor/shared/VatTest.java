package salesconveyor.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import salesconveyor.shared.Vat.Category;
import salesconveyor.shared.VatTotals.Line;

class VatTest {
    @ParameterizedTest(name = "{0} at {1} %: {2}, not the sum per line")
    @CsvSource({
        "10.03 10.03 10.03, 20, 6.02",
        "0.02 0.02 0.02, 19, 0.01",
        "100.00, 19, 19.00",
        "0.33 0.33 0.34, 7.7, 0.08",
        "100.00 -100.00, 19, 0.00",
        "-10.03 -10.03 -10.03, 20, -6.02"
    })
    void taxIsReckonedOnceForEachRate(String nets, String percent, String tax) {
        var lines = Stream.of(nets.split(" ")).map(net -> line(net, percent)).toList();
        assertThat(VatTotals.of("EUR", lines).tax()).isEqualTo(euros(tax));
    }

    @Test
    void eachCategoryAndRateHasItsPart() {
        var totals = VatTotals.of(
                "EUR",
                List.of(
                        line("5.00", "7"),
                        line("10.00", "19"),
                        new Line(Vat.none(Category.EXEMPT), euros("3.00")),
                        line("1.55", "19.0")));
        assertThat(totals.parts())
                .containsExactly(
                        new VatTotals.Part(Vat.standard("19"), euros("11.55"), euros("2.19")),
                        new VatTotals.Part(Vat.standard("7"), euros("5.00"), euros("0.35")),
                        new VatTotals.Part(Vat.none(Category.EXEMPT), euros("3.00"), euros("0")));
        assertThat(totals.net()).isEqualTo(euros("19.55"));
        assertThat(totals.tax()).isEqualTo(euros("2.54"));
        assertThat(totals.gross()).isEqualTo(euros("22.09"));
    }

    @Test
    void nothingCostsNothing() {
        assertThat(VatTotals.of("EUR", List.of()).gross()).isEqualTo(euros("0"));
    }

    @Test
    void onlyTheStandardCategoryHasARate() {
        assertThatThrownBy(() -> new Vat(Category.EXPORT, new java.math.BigDecimal("19")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Vat.standard("0")).isInstanceOf(IllegalArgumentException.class);
        assertThat(Vat.standard("20.00")).isEqualTo(Vat.standard("20"));
        assertThat(Category.ofCode("AE")).isEqualTo(Category.REVERSE_CHARGE);
    }

    private static Line line(String net, String percent) {
        return new Line(Vat.standard(percent), euros(net));
    }

    private static Money euros(String amount) {
        return Money.of(amount, "EUR");
    }
}
