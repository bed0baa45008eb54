package salesconveyor.economics;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.companies.Seller;
import salesconveyor.companies.Sellers;
import salesconveyor.engine.Staff;
import salesconveyor.work.Touch;
import salesconveyor.work.TouchTimes;

/** What is recorded of the work of a time, read once for all that is reckoned from it. */
@Component
@Transactional(readOnly = true)
public class Records {
    /** The completed tasks of a window, with what they cost. */
    record Book(Window window, ZoneId zone, List<Touch> touches, Labour labour, String currency) {}

    private final TouchTimes times;
    private final CostRates rates;
    private final Staff staff;
    private final Sellers sellers;
    private final Clock clock;
    private final int enough;

    Records(
            TouchTimes times,
            CostRates rates,
            Staff staff,
            Sellers sellers,
            Clock clock,
            @Value("${conveyor.economics.min-observations:30}") int enough) {
        this.times = times;
        this.rates = rates;
        this.staff = staff;
        this.sellers = sellers;
        this.clock = clock;
        this.enough = enough;
    }

    /** The last months up to now, as far as there are records. */
    public Window last(int months) {
        Window asked = Window.ofMonths(months, clock);
        return times.first().map(first -> asked.since(first, clock.getZone())).orElse(asked);
    }

    /** The day of the first record, if there is one. */
    public Optional<LocalDate> begin() {
        return times.first()
                .map(first -> first.atZoneSameInstant(clock.getZone()).toLocalDate());
    }

    Book of(Window window) {
        String currency = currency();
        Labour labour = new Labour(rates.known(CostRate.Kind.ROLE, currency), staff::groupsOf, clock.getZone());
        return new Book(window, clock.getZone(), times.between(window.from(), window.until()), labour, currency);
    }

    /** How many observations an input needs to come from the records. */
    public int enough() {
        return enough;
    }

    /** The currency that all is reckoned in: the seller's. */
    public String currency() {
        return sellers.find().map(Seller::currency).orElse("EUR");
    }
}
