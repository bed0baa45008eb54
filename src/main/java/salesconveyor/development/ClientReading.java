package salesconveyor.development;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.companies.Companies;
import salesconveyor.companies.Company;
import salesconveyor.selling.OrderHistory;
import salesconveyor.shared.Texts;

/** Writes what an account manager needs to know before the contact, in words. */
@Component
@Transactional(readOnly = true)
class ClientReading {
    /**
     * The parts of the form, one fact a line.
     *
     * @param reason why the client is contacted, in one sentence
     * @param facts its class, its last order, open complaints and overdue invoices
     * @param products what similar clients buy, one product a line, and {@code skus} their article numbers likewise
     */
    record Page(
            String name,
            String card,
            String reason,
            String facts,
            String rhythm,
            String bought,
            String gap,
            List<String> products,
            List<String> skus,
            String story) {
        /** @param place from 1; empty where there are fewer */
        String product(int place) {
            return place <= products.size() ? products.get(place - 1) : "";
        }
    }

    private static final int LINES = 8;
    /** What a variable of the engine holds at most, with room to spare. */
    private static final int LONGEST = 3900;

    private final Companies companies;
    private final OrderHistory orders;
    private final RangeGap gap;
    private final GapWords gapWords;
    private final RhythmWords rhythmWords;
    private final AccountFacts facts;
    private final Contacts contacts;
    private final Texts texts;
    private final Clock clock;

    ClientReading(
            Companies companies,
            OrderHistory orders,
            RangeGap gap,
            GapWords gapWords,
            RhythmWords rhythmWords,
            AccountFacts facts,
            Contacts contacts,
            Texts texts,
            Clock clock) {
        this.companies = companies;
        this.orders = orders;
        this.gap = gap;
        this.gapWords = gapWords;
        this.rhythmWords = rhythmWords;
        this.facts = facts;
        this.contacts = contacts;
        this.texts = texts;
        this.clock = clock;
    }

    Page page(String number) {
        Company company = companies.get(number);
        List<LocalDate> days = orders.days(number);
        RangeGap.Gap missing = gap.of(company);
        String bought = lines(orders.bought(number).stream().map(this::bought));
        return new Page(
                company.name(),
                lines(Stream.of(company.person(), company.position(), company.callNumber(), company.industry())),
                Stream.concat(Stream.of(rhythmWords.orders(days)), gapWords.first(missing).stream())
                                .collect(Collectors.joining("; "))
                        + ".",
                lines(facts.of(company).stream()),
                rhythmWords.next(days),
                bought.isEmpty() ? texts.say("No orders yet.") : bought,
                gapWords.all(missing),
                gapWords.products(missing),
                missing.missing().stream().map(RangeGap.Missing::sku).toList(),
                lines(contacts.of(number).stream().map(this::told)));
    }

    private String bought(OrderHistory.Bought bought) {
        return texts.say(
                "{0}: {1} {2} {3}, the last one on {4}",
                bought.name(),
                bought.quantity().stripTrailingZeros().toPlainString(),
                bought.unit(),
                texts.count(bought.orders(), "in {0} order|in {0} orders"),
                rhythmWords.day(bought.last()));
    }

    private @Nullable String told(Contacts.Contact contact) {
        String day = rhythmWords.day(
                contact.contacted().atZoneSameInstant(clock.getZone()).toLocalDate());
        return contact.text().isEmpty() ? null : day + ": " + contact.text();
    }

    private static String lines(Stream<@Nullable String> facts) {
        String all = facts.filter(Objects::nonNull).limit(LINES).collect(Collectors.joining("\n"));
        return all.length() <= LONGEST ? all : all.substring(0, LONGEST) + " …";
    }
}
