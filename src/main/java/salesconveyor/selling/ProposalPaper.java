package salesconveyor.selling;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** The newest version of a proposal on paper. */
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
        var version = proposals.newest(opportunity).orElseThrow();
        return version.paper() == null
                ? print(opportunity, version)
                : Base64.getDecoder().decode(version.paper());
    }

    /** @return the PDF to send, which from now on stays as it is */
    byte[] issue(String opportunity) {
        proposals.keepPaper(
                proposals.newest(opportunity).orElseThrow().id(),
                Base64.getEncoder().encodeToString(of(opportunity)));
        return of(opportunity);
    }

    private byte[] print(String opportunity, Proposals.Version version) {
        var seller = sellers.get();
        var print = new PaperNumbers(texts.locale(), seller.currency());
        List<ProposalLine> lines = proposals.linesOf(version.id());
        LocalDate today = LocalDate.now(clock);
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("seller", seller);
        values.put("print", print);
        values.put("paidBy", null);
        values.put("credit", null);
        values.put("address", null);
        values.put("buyer", companies.get(proposals.company(opportunity)));
        values.put("number", opportunity + "-" + version.version());
        values.put("written", print.day(today));
        values.put("validUntil", print.day(today.plusDays(validDays)));
        values.put("lines", lines.stream().map(line -> cells(line, print)).toList());
        values.put(
                "totals",
                print.totals(VatTotals.of(
                        seller.currency(),
                        lines.stream()
                                .map(line -> new VatTotals.Line(
                                        Vat.ofRate(line.vatRate()), Money.of(line.net(), seller.currency())))
                                .toList())));
        values.put("remarks", version.remarks());
        return writer.write("paper/proposal", values, texts.locale());
    }

    private static PaperNumbers.Line cells(ProposalLine line, PaperNumbers print) {
        return new PaperNumbers.Line(
                line.line(),
                line.sku(),
                line.name(),
                line.unit(),
                print.number(line.quantity()),
                print.price(line.price()),
                print.number(line.discountPercent()),
                print.number(line.vatRate()),
                print.price(line.net()));
    }
}
