package salesconveyor.line;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.acquisition.CaseSearch;
import salesconveyor.billing.Invoice;
import salesconveyor.billing.InvoiceSearch;
import salesconveyor.companies.Companies;
import salesconveyor.companies.CompanySearch;
import salesconveyor.development.Developing;
import salesconveyor.line.CaseRights.Sight;
import salesconveyor.people.Paths;
import salesconveyor.selling.Ordering;
import salesconveyor.shared.Texts;
import salesconveyor.shared.pdf.PaperNumbers;

/** Finds companies, cases and invoices for somebody who has no task of them, within the own role. */
@Component
@Transactional(readOnly = true)
public class Searching {
    /** @param stage in words; a case that has ended says so */
    public record Case(
            String number, String stage, @Nullable String owner) {}

    public record FoundCompany(
            String number, String name, @Nullable String place, List<Case> cases) {}

    /** @param caseNumber the case that its story is told in */
    public record FoundInvoice(String number, String company, String amount, String due, String caseNumber) {}

    /** @param more whether there is more than is told */
    public record Result(List<FoundCompany> companies, List<FoundInvoice> invoices, boolean more) {}

    /**
     * A case that may be looked at.
     *
     * @param reader as whom its story is read; nothing when it is not told
     */
    public record Seen(CaseFile file, @Nullable Viewer reader) {}

    private static final int COMPANIES = 8;
    private static final int CASES = 4;
    private static final int INVOICES = 5;
    private static final int SHORTEST = 2;
    /** Among so many it looks for those that somebody may see. */
    private static final int LOOKED_AT = 100;

    private final CompanySearch companies;
    private final Companies cards;
    private final CaseSearch cases;
    private final InvoiceSearch invoices;
    private final Ordering ordering;
    private final Developing developing;
    private final CaseFiles files;
    private final CaseRights rights;
    private final Texts texts;

    Searching(
            CompanySearch companies,
            Companies cards,
            CaseSearch cases,
            InvoiceSearch invoices,
            Ordering ordering,
            Developing developing,
            CaseFiles files,
            CaseRights rights,
            Texts texts) {
        this.companies = companies;
        this.cards = cards;
        this.cases = cases;
        this.invoices = invoices;
        this.ordering = ordering;
        this.developing = developing;
        this.files = files;
        this.rights = rights;
        this.texts = texts;
    }

    /** @param text at least two characters, or nothing is found */
    public Result search(String text, Viewer viewer) {
        if (text.strip().length() < SHORTEST) {
            return new Result(List.of(), List.of(), false);
        }
        List<FoundCompany> found = new ArrayList<>(cases.byNumber(text, LOOKED_AT).stream()
                .flatMap(hit -> byCase(hit, viewer).stream())
                .limit(COMPANIES)
                .toList());
        boolean every = rights.findsEveryCompany(viewer);
        List<CompanySearch.Found> hits = companies.find(text, every ? COMPANIES + 1 : LOOKED_AT);
        List<FoundCompany> named = hits.stream()
                .flatMap(hit -> byCompany(hit, every, viewer).stream())
                .limit(COMPANIES + 1)
                .toList();
        found.addAll(named.subList(0, Math.min(named.size(), COMPANIES)));
        return new Result(found, invoices(text, viewer), named.size() > COMPANIES || hits.size() == LOOKED_AT);
    }

    private Optional<FoundCompany> byCase(CaseSearch.Found hit, Viewer viewer) {
        List<Case> told = told(Stream.of(hit.number()), viewer);
        if (told.isEmpty()) {
            return Optional.empty();
        }
        var card = cards.get(hit.companyNumber());
        return Optional.of(
                new FoundCompany(card.number(), card.name(), card.city() == null ? card.region() : card.city(), told));
    }

    private Optional<FoundCompany> byCompany(CompanySearch.Found hit, boolean every, Viewer viewer) {
        List<Case> told = told(numbers(hit.number()), viewer);
        return told.isEmpty() && !every
                ? Optional.empty()
                : Optional.of(new FoundCompany(hit.number(), hit.name(), hit.place(), told));
    }

    private Stream<String> numbers(String company) {
        Stream<String> client = developing.isClient(company) ? Stream.of(company) : Stream.empty();
        return Stream.concat(client, cases.ofCompany(company, CASES).stream().map(CaseSearch.Found::number));
    }

    private List<Case> told(Stream<String> numbers, Viewer viewer) {
        return numbers.flatMap(number -> find(number, viewer).stream())
                .map(Seen::file)
                .map(file -> new Case(
                        file.number(), files.stage(file.number()).orElseGet(() -> texts.say("ended")), file.owner()))
                .toList();
    }

    private List<FoundInvoice> invoices(String text, Viewer viewer) {
        return mayReadInvoices(viewer)
                ? invoices.byNumber(text, LOOKED_AT)
                        .flatMap(invoice -> told(invoice, viewer).stream())
                        .limit(INVOICES)
                        .toList()
                : List.of();
    }

    private static boolean mayReadInvoices(@Nullable Viewer viewer) {
        return viewer != null && Paths.opens(viewer.groups(), "/api/invoices/any.pdf");
    }

    private Optional<FoundInvoice> told(Invoice invoice, Viewer viewer) {
        String number = ordering.get(invoice.orderNumber()).opportunityNumber();
        return find(number, viewer)
                .filter(seen -> mayReadInvoices(seen.reader()))
                .map(seen -> new FoundInvoice(
                        invoice.number(),
                        seen.file().companyName(),
                        new PaperNumbers(texts.locale(), invoice.currency()).amount(invoice.gross()),
                        texts.say("due {0}", day(invoice.due())),
                        number));
    }

    private String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(texts.locale())
                .format(day);
    }

    /** The case of this number, if it is there and this person may know of it. */
    public Optional<Seen> find(String number, Viewer viewer) {
        return files.find(number).flatMap(file -> {
            Sight sight = rights.sight(viewer, file);
            return sight == Sight.NOTHING
                    ? Optional.empty()
                    : Optional.of(new Seen(file, sight == Sight.STORY ? rights.reader(viewer, file) : null));
        });
    }
}
