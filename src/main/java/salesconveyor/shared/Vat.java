package salesconveyor.shared;

import java.math.BigDecimal;

/** How something is taxed: a category of EN 16931 and, for the standard category alone, a rate above zero. */
public record Vat(Category category, BigDecimal percent) implements Comparable<Vat> {

    /** The categories of EN 16931 (UNTDID 5305) that we use. */
    public enum Category {
        STANDARD("S"),
        ZERO_RATED("Z"),
        EXEMPT("E"),
        REVERSE_CHARGE("AE"),
        INTRA_COMMUNITY("K"),
        EXPORT("G"),
        NOT_SUBJECT("O");

        private final String code;

        Category(String code) {
            this.code = code;
        }

        /** The code in an electronic invoice. */
        public String code() {
            return code;
        }

        /** @throws IllegalArgumentException if there is none with this code */
        public static Category ofCode(String code) {
            for (Category category : values()) {
                if (category.code.equals(code)) {
                    return category;
                }
            }
            throw new IllegalArgumentException("No VAT category " + code);
        }
    }

    public Vat {
        percent = percent.signum() == 0 ? BigDecimal.ZERO : percent.stripTrailingZeros();
        percent = percent.scale() < 0 ? percent.setScale(0) : percent;
        if (category == Category.STANDARD ? percent.signum() <= 0 : percent.signum() != 0) {
            throw new IllegalArgumentException("VAT of category " + category.code + " at " + percent + " %");
        }
    }

    public static Vat standard(BigDecimal percent) {
        return new Vat(Category.STANDARD, percent);
    }

    public static Vat standard(String percent) {
        return standard(new BigDecimal(percent));
    }

    /** As a price list says it: a rate, or nothing. */
    public static Vat ofRate(BigDecimal percent) {
        return percent.signum() == 0 ? none(Category.ZERO_RATED) : standard(percent);
    }

    public static Vat none(Category category) {
        return new Vat(category, BigDecimal.ZERO);
    }

    /** The tax on the sum of all that is taxed this way (BR-CO-17), not on a single line. */
    public Money on(Money basis) {
        return basis.percent(percent);
    }

    /** By category, the highest rate first. */
    @Override
    public int compareTo(Vat other) {
        int byCategory = category.compareTo(other.category);
        return byCategory != 0 ? byCategory : other.percent.compareTo(percent);
    }
}
