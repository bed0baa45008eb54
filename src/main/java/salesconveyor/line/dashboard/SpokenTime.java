package salesconveyor.line.dashboard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;
import org.springframework.stereotype.Component;
import salesconveyor.shared.Texts;

/** Says spans of time and shares as people do: 12 min, 5 h, 2.3 days, 46 %. */
@Component
class SpokenTime {
    private static final double MINUTE = 60;
    private static final double HOUR = 60 * MINUTE;
    private static final double DAY = 24 * HOUR;

    private final Texts texts;

    SpokenTime(Texts texts) {
        this.texts = texts;
    }

    String say(double seconds, Locale language) {
        if (seconds < 1.5 * MINUTE) {
            return texts.say(language, "{0} s", rounded(seconds, language));
        }
        if (seconds < 1.5 * HOUR) {
            return texts.say(language, "{0} min", rounded(seconds / MINUTE, language));
        }
        return seconds < 1.5 * DAY
                ? texts.say(language, "{0} h", rounded(seconds / HOUR, language))
                : texts.say(language, "{0} days", rounded(seconds / DAY, language));
    }

    String share(double share, Locale language) {
        return NumberFormat.getPercentInstance(language).format(share);
    }

    /** One place after the point below ten, none above. */
    static String rounded(double number, Locale language) {
        BigDecimal rounded = BigDecimal.valueOf(number).setScale(number < 9.95 ? 1 : 0, RoundingMode.HALF_UP);
        return NumberFormat.getInstance(language).format(rounded.stripTrailingZeros());
    }
}
