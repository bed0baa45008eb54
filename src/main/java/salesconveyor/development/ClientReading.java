package salesconveyor.development;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
    /** The parts of the form, one fact a line. */
    record Page(String name, String card, String rhythm, String bought, String gap, String story) {}

    private static final int LINES = 8;
    /** What a variable of the engine holds at most, with room to spare. */
    private static final int LONGEST = 3900;

    private final Companies companies;
    private final OrderHistory orders;
    private final RangeGap gap;
    private final Contacts contacts;
    private final Texts texts;
    private final Clock clock;

    ClientReading(Companies companies, OrderHistory orders, RangeGap gap, Contacts contacts, Texts texts, Clock clock) {
        this.companies = companies;
        this.orders = orders;
        this.gap = gap;
        this.contacts = contacts;
        this.texts = texts;
        this.clock = clock;
    }

    Page page(String number) {
        Company company = companies.get(number);
        return new Page(
                company.name(),
                lines(Stream.of(company.person(), company.position(), company.phone(), company.industry())),
                rhythm(number),
                orElse(lines(orders.bought(number).stream().map(this::bought)), texts.say("No orders yet.")),
                orElse(
                        lines(gap.of(company).stream().map(this::missing)),
                        texts.say("Nothing: it buys what similar clients buy, or there are none to compare with.")),
                lines(contacts.of(number).stream().map(this::told)));
    }

    private String rhythm(String company) {
        List<LocalDate> days = orders.days(company);
        LocalDate today = LocalDate.now(clock);
        Optional<LocalDate> last = days.stream().max(LocalDate::compareTo);
        if (last.isEmpty()) {
            return texts.say("No orders yet.");
        }
        long ago = DAYS.between(last.get(), today);
        return OrderRhythm.of(days)
                .map(rhythm -> rhythm.nextOrder().isBefore(today)
                        ? texts.say(
                                "Orders every {0} days, the last one {1} days ago: the next order was due on {2} and is late.",
                                rhythm.interval(), ago, rhythm.nextOrder().toString())
                        : texts.say(
                                "Orders every {0} days, the last one {1} days ago: the next order is due on {2}.",
                                rhythm.interval(), ago, rhythm.nextOrder().toString()))
                .orElseGet(() -> texts.say(
                        "{0} orders so far, the last one {1} days ago: too few to say when the next one is due.",
                        days.size(), ago));
    }

    private String bought(OrderHistory.Bought bought) {
        return texts.say(
                "{0}: {1} {2} in {3} orders, the last one on {4}",
                bought.name(),
                bought.quantity().stripTrailingZeros().toPlainString(),
                bought.unit(),
                bought.orders(),
                bought.last().toString());
    }

    private String missing(RangeGap.Missing missing) {
        return texts.say(
                "{0}: bought by {1} of {2} clients of the same industry",
                missing.product(), missing.buyers(), missing.similar());
    }

    private @Nullable String told(Contacts.Contact contact) {
        String day = contact.contacted()
                .atZoneSameInstant(clock.getZone())
                .toLocalDate()
                .toString();
        return contact.text().isEmpty() ? null : day + ": " + contact.text();
    }

    private static String lines(Stream<@Nullable String> facts) {
        String all = facts.filter(Objects::nonNull).limit(LINES).collect(Collectors.joining("\n"));
        return all.length() <= LONGEST ? all : all.substring(0, LONGEST) + " …";
    }

    private static String orElse(String lines, String nothing) {
        return lines.isEmpty() ? nothing : lines;
    }
}
