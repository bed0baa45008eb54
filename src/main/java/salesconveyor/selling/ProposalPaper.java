package salesconveyor.selling;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.companies.Companies;
import salesconveyor.companies.Sellers;
import salesconveyor.shared.Money;
import salesconveyor.shared.Texts;
import salesconveyor.shared.Vat;
import salesconveyor.shared.VatTotals;
import salesconveyor.shared.pdf.PaperNumbers;
import salesconveyor.shared.pdf.PdfWriter;

/** A version of a proposal on paper, in the client's language. */
@Component
@Transactional
public class ProposalPaper {
    private final Proposals proposals;
    private final Companies companies;
    private final Sellers sellers;
    private final PdfWriter writer;
    private final Texts texts;
    private final Clock clock;
    private final int validDays;

    ProposalPaper(
            Proposals proposals,
            Companies companies,
            Sellers sellers,
            PdfWriter writer,
            Texts texts,
            Clock clock,
            @Value("${conveyor.selling.proposal-valid-days:30}") int validDays) {
        this.proposals = proposals;
        this.companies = companies;
        this.sellers = sellers;
        this.writer = writer;
        this.texts = texts;
        this.clock = clock;
        this.validDays = validDays;
    }

    public boolean exists(String opportunity) {
        return proposals.newest(opportunity).isPresent();
    }

    /** @return the PDF as it was sent; before that, as it would be sent today */
    public byte[] of(String opportunity) {
        return of(opportunity, proposals.newest(opportunity).orElseThrow());
    }

    /** The same for an earlier version; empty when there is none of this number. */
    public Optional<byte[]> of(String opportunity, int version) {
        return proposals.all(opportunity).stream()
                .filter(one -> one.version() == version)
                .findFirst()
                .map(one -> of(opportunity, one));
    }

    /** @return the PDF to send, which from now on stays as it is */
    byte[] issue(String opportunity) {
        proposals.keepPaper(
                proposals.newest(opportunity).orElseThrow().id(),
                Base64.getEncoder().encodeToString(of(opportunity)));
        return of(opportunity);
    }

    /** What the paper of a version is written in. */
    Locale language(Proposals.Version version) {
        return version.language() == null ? texts.locale() : Locale.forLanguageTag(version.language());
    }

    private byte[] of(String opportunity, Proposals.Version version) {
        return proposals
                .paper(version.id())
                .map(paper -> Base64.getDecoder().decode(paper))
                .orElseGet(() -> print(opportunity, version));
    }

    private byte[] print(String opportunity, Proposals.Version version) {
        var seller = sellers.get();
        Locale language = language(version);
        var print = new PaperNumbers(language, seller.currency());
        List<ProposalLine> lines = proposals.linesOf(version.id());
        LocalDate today = LocalDate.now(clock);
        LocalDate end = version.validUntil() == null ? today.plusDays(validDays) : version.validUntil();
        BigDecimal before = sum(lines, ProposalLine::ownNet);
        BigDecimal off = before.subtract(sum(lines, ProposalLine::net));
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("seller", seller);
        values.put("print", print);
        values.put("paidBy", null);
        values.put("credit", null);
        values.put("address", null);
        values.put("buyer", companies.get(proposals.company(opportunity)));
        values.put("number", opportunity + "-" + version.version());
        values.put("written", print.day(today));
        values.put("validUntil", print.day(end));
        values.put("replaced", replaced(opportunity, version, print));
        values.put("lines", lines.stream().map(line -> cells(line, print)).toList());
        values.put("before", version.discountPercent().signum() == 0 ? null : print.amount(before));
        values.put("discount", print.number(version.discountPercent()));
        values.put("off", print.amount(off));
        values.put(
                "totals",
                print.totals(VatTotals.of(
                        seller.currency(),
                        lines.stream()
                                .map(line -> new VatTotals.Line(
                                        Vat.ofRate(line.vatRate()), Money.of(line.net(), seller.currency())))
                                .toList())));
        values.put("remarks", version.remarks());
        return writer.write("paper/proposal", values, language);
    }

    /** The version that the client has already, so that nobody orders by the wrong paper. */
    private @Nullable String replaced(String opportunity, Proposals.Version version, PaperNumbers print) {
        return proposals.all(opportunity).stream()
                .filter(one -> one.version() < version.version() && one.sent() != null)
                .reduce((earlier, later) -> later)
                .map(one -> texts.say(
                        language(version),
                        "This proposal replaces {0} of {1}",
                        opportunity + "-" + one.version(),
                        print.day(
                                one.written().atZoneSameInstant(clock.getZone()).toLocalDate())))
                .orElse(null);
    }

    private static BigDecimal sum(List<ProposalLine> lines, Function<ProposalLine, BigDecimal> part) {
        return lines.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static PaperNumbers.Line cells(ProposalLine line, PaperNumbers print) {
        return new PaperNumbers.Line(
                line.line(),
                line.sku(),
                line.name(),
                line.unit(),
                print.number(line.quantity()),
                print.price(line.price()),
                print.number(line.ownDiscount()),
                print.number(line.vatRate()),
                print.price(line.ownNet()));
    }
}
