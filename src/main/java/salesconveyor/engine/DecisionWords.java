package salesconveyor.engine;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.temporal.Temporal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import salesconveyor.shared.Texts;

/** What goes into a decision and comes out of it, in words; what could name a person is left out. */
class DecisionWords {
    private static final Pattern KEY = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?");
    private static final String LEFT_OUT = "…";

    private final Texts texts;

    DecisionWords(Texts texts) {
        this.texts = texts;
    }

    /** A number, yes or no, a day, or a key like GOOD; any other text could be a name or a login. */
    static @Nullable Object plain(@Nullable Object value) {
        if (value == null || value instanceof Boolean) {
            return value;
        }
        String text = value.toString();
        if (value instanceof Number || NUMBER.matcher(text).matches()) {
            BigDecimal exact = new BigDecimal(text).stripTrailingZeros();
            return exact.scale() < 0 ? exact.setScale(0) : exact;
        }
        return value instanceof Temporal || KEY.matcher(text).matches() ? text : LEFT_OUT;
    }

    String word(@Nullable Object value) {
        Object plain = plain(value);
        if (plain instanceof BigDecimal number) {
            var format = NumberFormat.getNumberInstance(texts.locale());
            format.setMaximumFractionDigits(2);
            return format.format(number);
        }
        if (plain instanceof Boolean flag) {
            return texts.say(flag ? "yes" : "no");
        }
        return plain == null ? texts.say("not known") : key(plain.toString());
    }

    /** The texts know what a key means; in English it explains itself. */
    private String key(String key) {
        String said = texts.say(key);
        String words = key.replace('_', ' ');
        return said.equals(key) && KEY.matcher(key).matches()
                ? words.charAt(0) + words.substring(1).toLowerCase(Locale.ROOT)
                : said;
    }

    String say(String english, Object... arguments) {
        return texts.say(english, arguments);
    }
}
