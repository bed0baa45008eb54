package salesconveyor.shared;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The words that people read. The English text is the key; other languages are in {@code texts/<language>/*.json}, one
 * file for each module. A text with arguments is a {@link MessageFormat}.
 */
@Component
public class Texts {
    private final Locale locale;
    private final Map<String, Map<String, String>> words;

    public Texts(@Value("${conveyor.locale:en}") Locale locale) {
        this.locale = locale;
        this.words = Map.of("ru", read("ru"));
    }

    public Locale locale() {
        return locale;
    }

    public boolean isEnglish() {
        return !words.containsKey(locale.getLanguage());
    }

    /** In the language of this installation. */
    public String say(String english, Object... arguments) {
        return say(locale, english, arguments);
    }

    public String say(Locale language, String english, Object... arguments) {
        String text = words.getOrDefault(language.getLanguage(), Map.of()).getOrDefault(english, english);
        return arguments.length == 0 ? text : new MessageFormat(text, language).format(arguments);
    }

    /**
     * A number with its word, in the language of this installation.
     *
     * @param english the forms for one and for more, like {@code {0} day|{0} days}; Russian has three of them
     */
    public String count(long number, String english) {
        return count(locale, number, english);
    }

    String count(Locale language, long number, String english) {
        String[] forms = say(language, english).split("\\|");
        String form = forms[Math.min(Plural.form(language, number), forms.length - 1)];
        return new MessageFormat(form, language).format(new Object[] {number});
    }

    /** All translations into a language, by their English text. */
    public Map<String, String> all(String language) {
        return words.getOrDefault(language, Map.of());
    }

    private static Map<String, String> read(String language) {
        Map<String, String> all = new TreeMap<>();
        try {
            var files =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:texts/" + language + "/*.json");
            for (var file : files) {
                try (var content = file.getInputStream()) {
                    new ObjectMapper()
                            .readValue(content, new TypeReference<Map<String, String>>() {})
                            .forEach((english, text) -> {
                                String other = all.put(english, text);
                                if (other != null && !other.equals(text)) {
                                    throw new IllegalStateException(
                                            "Two translations of \"" + english + "\": " + other + " / " + text);
                                }
                            });
                }
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
