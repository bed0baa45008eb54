package salesconveyor.companies;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * In which language a client is written to: as somebody chose it, else by the country of the card, else as the setting
 * {@code conveyor.client-language} says, which by default is the language of this installation.
 */
@Component
@Transactional
public class ClientLanguages {
    /** The languages that we have words for, by their ISO 639 code. */
    public static final List<String> OFFERED = List.of("en", "ru");

    /** Where business letters are written in Russian. */
    private static final Set<String> RUSSIAN = Set.of("RU", "BY", "KZ", "KG");

    private final JdbcClient jdbc;
    private final Locale usual;

    ClientLanguages(JdbcClient jdbc, @Value("${conveyor.client-language:${conveyor.locale:en}}") Locale usual) {
        this.jdbc = jdbc;
        this.usual = usual;
    }

    public Locale of(String company) {
        return column("language", company)
                .or(() -> column("country", company).flatMap(ClientLanguages::spokenIn))
                .map(Locale::forLanguageTag)
                .orElse(usual);
    }

    /** From now on the client is written to in this language. */
    public void choose(String company, String language) {
        if (!OFFERED.contains(language)) {
            throw new IllegalArgumentException("No language of ours: " + language);
        }
        jdbc.sql("update company set language = ? where number = ?")
                .params(language, company)
                .update();
    }

    /** Nothing where the card holds something else than a country's code. */
    private static Optional<String> spokenIn(String country) {
        return country.length() == 2 ? Optional.of(RUSSIAN.contains(country) ? "ru" : "en") : Optional.empty();
    }

    private Optional<String> column(String name, String company) {
        return jdbc.sql("select " + name + " from company where number = ? and " + name + " is not null")
                .param(company)
                .query(String.class)
                .optional();
    }
}
