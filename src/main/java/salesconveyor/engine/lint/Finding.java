package salesconveyor.engine.lint;

import java.util.Locale;
import salesconveyor.shared.Sentence;
import salesconveyor.shared.Texts;

/**
 * What one rule says of one place.
 *
 * @param rule the stable id of the rule
 * @param wrong what is wrong
 * @param mend how it is mended
 * @param blocks whether a deployment with it is refused: it would be broken or unsafe, not just unusual
 */
public record Finding(String rule, Place place, Sentence wrong, Sentence mend, boolean blocks) {
    /** Name and id, what is wrong, how to mend it, and by which rule. */
    public String in(Locale language, Texts texts) {
        return place + ": " + wrong.in(language, texts) + " " + mend.in(language, texts) + " [" + rule + "]";
    }

    @Override
    public String toString() {
        return place + ": " + wrong.english() + wrong.arguments() + " [" + rule + "]";
    }
}
