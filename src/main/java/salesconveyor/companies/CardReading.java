package salesconveyor.companies;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.shared.Texts;

/** Reads a card out: to whoever works with its facts, or to whoever checks where they come from. */
@Component
@Transactional(readOnly = true)
public class CardReading {
    /** In the order in which somebody who calls asks for them. */
    private static final List<Fact> ORDER = List.of(
            Fact.PERSON,
            Fact.POSITION,
            Fact.PHONE,
            Fact.SWITCHBOARD,
            Fact.EMAIL,
            Fact.ACTIVITY,
            Fact.INDUSTRY,
            Fact.EMPLOYEES,
            Fact.EXPECTED_NEED,
            Fact.FIT,
            Fact.WEBSITE,
            Fact.CITY,
            Fact.POSTCODE,
            Fact.REGION,
            Fact.COUNTRY,
            Fact.ZONE,
            Fact.TAX_NUMBER);

    private static final Map<String, String> FITS = Map.of("GOOD", "Good", "PARTLY", "Partly", "NONE", "None");

    private final FactHistory history;
    private final Texts texts;
    private final Clock clock;

    CardReading(FactHistory history, Texts texts, Clock clock) {
        this.history = history;
        this.texts = texts;
        this.clock = clock;
    }

    /** What the card says now. */
    public Map<Fact, String> facts(String number) {
        return history.card(number);
    }

    /** What the card says now, each fact with who said it and whence. */
    public List<KnownFact> known(String number) {
        Map<Fact, String> card = history.card(number);
        Map<Fact, KnownFact> newest = history.newest(number);
        return ORDER.stream()
                .filter(card::containsKey)
                .map(fact -> said(fact, String.valueOf(card.get(fact)), newest.get(fact)))
                .toList();
    }

    /** What is on a card although nobody's words say so is older than our notes. */
    private static KnownFact said(Fact fact, String text, @Nullable KnownFact last) {
        return last != null && last.text().equals(text) ? last : new KnownFact(fact, text, null, null, null, false);
    }

    /** A line for each fact, like "Phone: +49 30 901820". */
    public List<String> lines(String number) {
        return known(number).stream().map(this::line).toList();
    }

    /** The same with source, date and author, like "Phone: +49 30 901820 (their imprint, Nov 24, 2026, anna)". */
    public List<String> linesWithSources(String number) {
        return known(number).stream()
                .map(fact -> Stream.of(fact.source(), date(fact), fact.author())
                        .filter(part -> part != null)
                        .collect(Collectors.collectingAndThen(
                                Collectors.joining(", "),
                                whence -> whence.isEmpty() ? line(fact) : line(fact) + " (" + whence + ")")))
                .toList();
    }

    private String line(KnownFact fact) {
        String text = fact.fact() == Fact.FIT ? texts.say(FITS.getOrDefault(fact.text(), fact.text())) : fact.text();
        return texts.say(fact.fact().title()) + ": " + text;
    }

    private @Nullable String date(KnownFact fact) {
        return fact.written() == null
                ? null
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(texts.locale())
                        .format(fact.written().atZoneSameInstant(clock.getZone()));
    }
}
