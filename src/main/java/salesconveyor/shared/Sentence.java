package salesconveyor.shared;

import java.util.List;
import java.util.Locale;

/** Words for a person whose language is known later: the English text and what stands in its places. */
public record Sentence(String english, List<Object> arguments) {
    public Sentence(String english, Object... arguments) {
        this(english, List.of(arguments));
    }

    public String in(Locale language, Texts texts) {
        return texts.say(language, english, arguments.toArray());
    }
}
