package salesconveyor.selling;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.companies.Companies;
import salesconveyor.companies.Sellers;
import salesconveyor.shared.Dates;
import salesconveyor.shared.Texts;
import salesconveyor.shared.pdf.PaperNumbers;

/** The versions of a proposal as people read them: who wrote which when, what it comes to, and what changed. */
@Component
@Transactional(readOnly = true)
public class ProposalVersions {
    /**
     * One version, every cell in words.
     *
     * @param total net of all discounts
     * @param state what became of it
     * @param changes against the version before
     */
    public record Row(
            int version,
            String written,
            @Nullable String author,
            String total,
            String validUntil,
            String state,
            String changes) {}

    private final Proposals proposals;
    private final Companies companies;
    private final Sellers sellers;
    private final Texts texts;
    private final Dates dates;

    ProposalVersions(Proposals proposals, Companies companies, Sellers sellers, Texts texts, Dates dates) {
        this.proposals = proposals;
        this.companies = companies;
        this.sellers = sellers;
        this.texts = texts;
        this.dates = dates;
    }

    /** The client's name; empty when nothing was written yet. */
    public Optional<String> client(String opportunity) {
        return proposals
                .newest(opportunity)
                .map(version -> companies.get(proposals.company(opportunity)).name());
    }

    /** Newest first, in the language of the reader. */
    public List<Row> of(String opportunity, Locale language) {
        List<Row> rows = new ArrayList<>();
        for (Proposals.Version version : proposals.all(opportunity)) {
            rows.add(0, row(opportunity, version, language));
        }
        return rows;
    }

    /** What differs from the version before, by product; empty for the first one. */
    String changes(String opportunity, Proposals.Version version) {
        return changes(opportunity, version, texts.locale());
    }

    private String changes(String opportunity, Proposals.Version version, Locale language) {
        return proposals.all(opportunity).stream()
                .filter(one -> one.version() == version.version() - 1)
                .findFirst()
                .map(before -> String.join("; ", differences(before, version, language)))
                .orElse("");
    }

    private List<String> differences(Proposals.Version before, Proposals.Version after, Locale language) {
        Map<String, List<ProposalLine>> old = bySku(before);
        Map<String, List<ProposalLine>> now = bySku(after);
        List<String> found = new ArrayList<>();
        now.forEach((sku, lines) -> {
            if (!old.containsKey(sku)) {
                found.add(texts.say(language, "added: {0}", lines.get(0).name()));
            } else if (!worded(old.get(sku)).equals(worded(lines))) {
                found.add(lines.get(0).name() + ": " + worded(old.get(sku)) + " → " + worded(lines));
            }
        });
        old.forEach((sku, lines) -> {
            if (!now.containsKey(sku)) {
                found.add(texts.say(language, "left out: {0}", lines.get(0).name()));
            }
        });
        if (before.discountPercent().compareTo(after.discountPercent()) != 0) {
            found.add(texts.say(
                    language,
                    "discount on the whole: {0} → {1} %",
                    plain(before.discountPercent()),
                    plain(after.discountPercent())));
        }
        if (found.isEmpty()) {
            found.add(texts.say(language, "no amount"));
        }
        return found;
    }

    private Map<String, List<ProposalLine>> bySku(Proposals.Version version) {
        Map<String, List<ProposalLine>> lines = new LinkedHashMap<>();
        proposals.linesOf(version.id()).forEach(line -> lines.computeIfAbsent(line.sku(), sku -> new ArrayList<>())
                .add(line));
        return lines;
    }

    private static String worded(List<ProposalLine> lines) {
        return String.join(
                " + ",
                lines.stream()
                        .map(line -> "%s × %s −%s %%"
                                .formatted(plain(line.quantity()), line.price(), plain(line.ownDiscount())))
                        .toList());
    }

    private Row row(String opportunity, Proposals.Version version, Locale language) {
        var print = new PaperNumbers(language, sellers.get().currency());
        return new Row(
                version.version(),
                dates.day(version.written(), language),
                version.author(),
                print.amount(Totals.of(proposals.linesOf(version.id())).netAmount()),
                dates.day(version.validUntil(), language),
                state(version, language),
                changes(opportunity, version, language));
    }

    private String state(Proposals.Version version, Locale language) {
        List<String> states = new ArrayList<>();
        if (version.approvedBy() != null) {
            states.add(texts.say(language, "approved by {0}", version.approvedBy()));
        }
        if (version.rejectedBy() != null) {
            states.add(texts.say(language, "refused by {0}", version.rejectedBy()));
        }
        states.add(
                version.sent() == null
                        ? texts.say(language, "not sent")
                        : texts.say(language, "sent on {0}", dates.day(version.sent(), language)));
        return String.join(", ", states);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
