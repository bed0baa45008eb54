package salesconveyor.companies;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes over what a researcher found. What was left as it stood keeps its source, its author and its date, unless the
 * researcher says where it was seen again; what was emptied is no longer known.
 */
@Component
@Transactional
public class Learning {
    private final FactHistory history;
    private final Normalising normalising;
    private final CardWriting writing;

    Learning(FactHistory history, Normalising normalising, CardWriting writing) {
        this.history = history;
        this.normalising = normalising;
        this.writing = writing;
    }

    /** @throws salesconveyor.engine.Refused where a fact is not well formed; then nothing is written */
    public void learn(String number, Findings findings) {
        Map<Fact, String> card = history.card(number);
        Map<Fact, String> found = normal(findings, card);
        for (Fact fact : findings.facts().keySet()) {
            String text = found.get(fact);
            String known = card.get(fact);
            if (text != null && (!text.equals(known) || findings.sources().containsKey(fact))) {
                writing.write(number, fact, text, findings.sourceOf(fact), findings.author());
            } else if (text == null && known != null) {
                writing.withdraw(number, fact, findings.sourceOf(fact), findings.author());
            }
        }
    }

    /** What was not touched need not be judged by rules that may be younger than it. */
    private Map<Fact, String> normal(Findings findings, Map<Fact, String> card) {
        Map<Fact, String> normal = new EnumMap<>(Fact.class);
        CompanyFacts touched = CompanyFacts.of("");
        for (Map.Entry<Fact, @Nullable String> entry : findings.facts().entrySet()) {
            String text = entry.getValue();
            if (text != null && text.equals(card.get(entry.getKey()))) {
                normal.put(entry.getKey(), text);
            } else {
                touched = touched.with(entry.getKey(), text);
            }
        }
        String country = findings.facts().getOrDefault(Fact.COUNTRY, card.get(Fact.COUNTRY));
        // It tells how to read a phone number, whether it was touched or not.
        normal.putAll(normalising.strict(touched.with(Fact.COUNTRY, country)).facts());
        return normal;
    }
}
