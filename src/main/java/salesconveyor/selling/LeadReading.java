package salesconveyor.selling;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.acquisition.Arrival;
import salesconveyor.acquisition.Opportunities;
import salesconveyor.companies.CardReading;
import salesconveyor.engine.Variable;
import salesconveyor.shared.Texts;

/** What research and the calls found out about a lead, for the form of whoever talks to it. */
@Component
@Transactional(readOnly = true)
class LeadReading {
    private static final Map<String, String> INTERESTS = Map.of("HIGH", "High", "SOME", "Some", "NONE", "None");

    private final CardReading cards;
    private final Opportunities opportunities;
    private final Arrival arrival;
    private final Texts texts;

    LeadReading(CardReading cards, Opportunities opportunities, Arrival arrival, Texts texts) {
        this.cards = cards;
        this.opportunities = opportunities;
        this.arrival = arrival;
        this.texts = texts;
    }

    String facts(String opportunity, String number) {
        Stream<String> research = cards.lines(number).stream();
        Stream<String> calls = opportunities.calls(opportunity).stream()
                .filter(call -> !call.isIncoming())
                .flatMap(this::told);
        Stream<String> asked = opportunities.asked(opportunity).stream().flatMap(how -> how.told(texts).stream());
        return Variable.fitting(Stream.of(research, arrival.told(opportunity).stream(), calls, asked)
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n")));
    }

    private Stream<String> told(Opportunities.Call call) {
        String volume = call.monthlyVolume() == null
                ? null
                : call.monthlyVolume().stripTrailingZeros().toPlainString();
        String notes = call.notes();
        return Stream.of(
                        fact("Buys per month", volume),
                        fact("Interest", worded(INTERESTS, call.interest())),
                        notes == null || notes.isBlank() ? Stream.<String>empty() : Stream.of("• " + notes))
                .flatMap(lines -> lines);
    }

    private Stream<String> fact(String title, @Nullable String value) {
        return value == null ? Stream.empty() : Stream.of(texts.say(title) + ": " + value);
    }

    private @Nullable String worded(Map<String, String> words, @Nullable String key) {
        return key == null ? null : texts.say(words.getOrDefault(key, key));
    }
}
