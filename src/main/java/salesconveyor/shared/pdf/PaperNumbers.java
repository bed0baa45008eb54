package salesconveyor.shared.pdf;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import salesconveyor.shared.Money;
import salesconveyor.shared.VatTotals;

/** Numbers, amounts and days as people of a language write them on paper. */
public record PaperNumbers(Locale language, String currency) {
    /** One line of a paper, every cell as it is printed. */
    public record Line(
            int line,
            String sku,
            String name,
            String unit,
            String quantity,
            String price,
            String discount,
            String vatRate,
            String net) {}

    /** The sums below the lines. */
    public record Totals(String net, List<Part> parts, String gross) {}

    /** What is taxed at one rate. */
    public record Part(String rate, String basis, String tax) {}

    public String amount(BigDecimal amount) {
        return Money.rounded(amount, java.util.Currency.getInstance(currency)).text(language);
    }

    /** Without the currency, for a cell of a table. */
    public String price(BigDecimal price) {
        NumberFormat format = NumberFormat.getNumberInstance(language);
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(price);
    }

    /** A quantity or a rate: no zeros at the end. */
    public String number(BigDecimal number) {
        NumberFormat format = NumberFormat.getNumberInstance(language);
        format.setMaximumFractionDigits(4);
        return format.format(number);
    }

    /** An account in groups of four, so that it can be typed in without a mistake. */
    public String account(String iban) {
        return iban.replace(" ", "").replaceAll("(.{4})(?!$)", "$1 ");
    }

    /** The name of a country of ISO 3166. */
    public String country(String code) {
        return new Locale("", code).getDisplayCountry(language);
    }

    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language)
                .format(day);
    }

    public Totals totals(VatTotals totals) {
        return new Totals(
                totals.net().text(language),
                totals.parts().stream()
                        .map(part -> new Part(
                                number(part.vat().percent()),
                                part.basis().text(language),
                                part.tax().text(language)))
                        .toList(),
                totals.gross().text(language));
    }
}
