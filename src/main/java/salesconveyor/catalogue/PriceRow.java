package salesconveyor.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import salesconveyor.engine.Refused;

/** One row of a price list, or one product entered by hand: the texts by column, checked as they are asked for. */
record PriceRow(Map<String, String> row) {
    Product product(boolean active) {
        String unit = text("unit", 20);
        return new Product(
                required("sku", 40),
                required("name", 200),
                text("category", 100),
                unit == null ? "pcs" : unit,
                amount("price", required("price", 30)),
                // Without it every discount would look like a good one; what costs nothing says 0.
                amount("cost", required("cost", 30)),
                percent("vat rate"),
                active);
    }

    private String required(String column, int longest) {
        String value = text(column, longest);
        if (value == null) {
            throw new Refused("The column \"{0}\" is empty.", column);
        }
        return value;
    }

    private @Nullable String text(String column, int longest) {
        String value = row.getOrDefault(column, "").strip();
        if (value.length() > longest) {
            throw new Refused("The column \"{0}\" is longer than {1} characters.", column, longest);
        }
        return value.isEmpty() ? null : value;
    }

    private static BigDecimal amount(String column, String value) {
        BigDecimal amount = number(column, value);
        if (amount.signum() < 0 || amount.precision() - amount.scale() > 13) {
            throw new Refused("{0} is not an amount for the column \"{1}\".", value, column);
        }
        if (amount.stripTrailingZeros().scale() > 2) {
            // 1.234 is a thousand and more in one country and little more than one in another.
            throw new Refused(
                    "{0} has more than two decimals in the column \"{1}\"; write a thousand like 1234.00.",
                    value, column);
        }
        return amount.setScale(2, RoundingMode.HALF_UP);
    }

    private BigDecimal percent(String column) {
        String value = required(column, 10);
        BigDecimal percent = number(column, value.replace("%", ""));
        if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new Refused("{0} is not a percentage for the column \"{1}\".", String.valueOf(value), column);
        }
        return percent.setScale(2, RoundingMode.HALF_UP);
    }

    private static BigDecimal number(String column, String value) {
        try {
            return new BigDecimal(value.replaceAll("[\\s\\u00A0\\u202F]", "").replace(',', '.'));
        } catch (NumberFormatException e) {
            throw new Refused("{0} is not a number for the column \"{1}\"; write it like 1234.50.", value, column);
        }
    }
}
