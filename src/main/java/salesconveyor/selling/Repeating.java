package salesconveyor.selling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.engine.Variable;
import salesconveyor.shared.Texts;

/** Begins the proposal of a repeat order: what the client wants anew, and what it ordered last. */
@Component
@Transactional
class Repeating {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STATION = "takeLastOrder";

    private final Proposals proposals;
    private final ProposalReading reading;
    private final Ordering ordering;
    private final TermsReading terms;
    private final Sales sales;
    private final Texts texts;

    Repeating(
            Proposals proposals,
            ProposalReading reading,
            Ordering ordering,
            TermsReading terms,
            Sales sales,
            Texts texts) {
        this.proposals = proposals;
        this.reading = reading;
        this.ordering = ordering;
        this.terms = terms;
        this.sales = sales;
        this.texts = texts;
    }

    /**
     * Writes the first version: one of each product that the client chose, then the lines of its last order, all at
     * today's prices. What is no longer offered is left out, and the story tells it, like a price that changed.
     */
    void repeatLastOrder(String opportunity, String company) {
        List<ProposalLine> last = ordering.newest(company).map(ordering::lines).orElse(List.of());
        List<Map<String, Object>> rows = new ArrayList<>();
        sales.wishes(opportunity).stream()
                .filter(reading::isOffered)
                .filter(sku -> last.stream().noneMatch(line -> line.sku().equals(sku)))
                .forEach(sku -> rows.add(Map.of("sku", sku, "quantity", BigDecimal.ONE)));
        last.stream()
                .filter(line -> reading.isOffered(line.sku()))
                .forEach(line -> rows.add(
                        Map.of("sku", line.sku(), "quantity", line.quantity(), "discountPercent", line.ownDiscount())));
        if (!rows.isEmpty()) {
            List<ProposalLine> today = reading.lines(json(rows), BigDecimal.ZERO);
            proposals.write(opportunity, company, today, terms.usual(company), null);
            tellPrices(opportunity, last, today);
        }
        tellGone(opportunity, last);
    }

    private void tellPrices(String opportunity, List<ProposalLine> last, List<ProposalLine> today) {
        Map<String, BigDecimal> prices = new HashMap<>();
        today.forEach(line -> prices.put(line.sku(), line.price()));
        String changed = last.stream()
                .map(line -> {
                    BigDecimal price = prices.getOrDefault(line.sku(), line.price());
                    return price.compareTo(line.price()) == 0
                            ? ""
                            : texts.say(
                                    "{0}: {1} → {2}", line.name(), line.price().toPlainString(), price.toPlainString());
                })
                .filter(told -> !told.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
        if (!changed.isEmpty()) {
            note(opportunity, "PRICE_CHANGED", texts.say("Prices changed since the last order: {0}", changed));
        }
    }

    private void tellGone(String opportunity, List<ProposalLine> last) {
        String names = last.stream()
                .filter(line -> !reading.isOffered(line.sku()))
                .map(ProposalLine::name)
                .distinct()
                .collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            note(opportunity, "LEFT_OUT", texts.say("Ordered last time and no longer offered: {0}", names));
        }
    }

    private void note(String opportunity, String outcome, String text) {
        sales.note(opportunity, STATION, outcome, null, Variable.fitting(text));
    }

    private static String json(List<Map<String, Object>> rows) {
        try {
            return JSON.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
