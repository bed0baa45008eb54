package salesconveyor.acquisition;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import salesconveyor.shared.Sentence;
import salesconveyor.shared.Texts;

/**
 * The words that visitors agree to. A version is stored with each consent and names its words for ever: new words get
 * a new version, and the old ones stay here as the proof of what was agreed to.
 */
@Component
public class ConsentWords {
    static final String ANSWER = "inquiry-1";
    static final String NEWS = "news-1";

    private static final Sentence ANSWER_1 =
            new Sentence("I agree that you store what I entered here and use it to answer me.");
    private static final Sentence NEWS_1 =
            new Sentence("I would like to get news and offers by e-mail. I can stop this at any time by one click.");

    /** Which of the two boxes. */
    enum Kind {
        ANSWER,
        NEWS
    }

    /** One box to tick. */
    public record Box(String version, String words) {}

    /** @param news never ticked beforehand and never a condition of the answer (GDPR art. 7) */
    public record Boxes(Box answer, Box news) {}

    private final Texts texts;

    ConsentWords(Texts texts) {
        this.texts = texts;
    }

    /** What a form has to show now. */
    public Boxes in(Locale language) {
        return new Boxes(new Box(ANSWER, ANSWER_1.in(language, texts)), new Box(NEWS, NEWS_1.in(language, texts)));
    }

    /** @param version what the visitor's form showed; a form that does not say it proves nothing */
    static boolean isCurrent(Kind kind, @Nullable String version) {
        return (kind == Kind.ANSWER ? ANSWER : NEWS).equals(version);
    }
}
