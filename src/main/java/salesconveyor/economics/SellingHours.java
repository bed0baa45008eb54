package salesconveyor.economics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.acquisition.FoundLeads;
import salesconveyor.economics.Estimate.Source;
import salesconveyor.people.Role;
import salesconveyor.selling.OrderHistory;
import salesconveyor.selling.OrderHistory.Earned;
import salesconveyor.work.Touch;

/** Finds what a manager's hour of selling to new leads earns. */
@Component
@Transactional(readOnly = true)
class SellingHours {
    /** Fewer orders than these say too little about the next one. */
    private static final int ENOUGH_ORDERS = 10;

    private final OrderHistory orders;
    private final FoundLeads leads;
    private final Assumptions assumptions;
    private final ManagerQueue queue;
    private final Records records;
    private final List<String> stations;

    SellingHours(
            OrderHistory orders,
            FoundLeads leads,
            Assumptions assumptions,
            ManagerQueue queue,
            Records records,
            @Value("${conveyor.economics.selling:warmUpCall,holdFirstMeeting,negotiateDeal}") List<String> stations) {
        this.orders = orders;
        this.leads = leads;
        this.assumptions = assumptions;
        this.queue = queue;
        this.records = records;
        this.stations = stations;
    }

    SellingHour of(Records.Book book) {
        Window window = book.window();
        // The freed hours go to new leads, so what clients who order again take and earn says nothing of them.
        Set<String> repeats = leads.repeats(window.from(), window.until());
        List<Touch> selling = book.touches().stream()
                .filter(touch ->
                        stations.contains(touch.station()) && !repeats.contains(String.valueOf(touch.caseNumber())))
                .filter(book.labour()::isByManager)
                .toList();
        BigDecimal hours = Hours.of(selling.stream().mapToLong(Touch::seconds).sum());
        List<Earned> earned = orders.earned(window.from(), window.until());
        BigDecimal margin = earned.stream().map(Earned::margin).reduce(BigDecimal.ZERO, BigDecimal::add);
        long sold = selling.stream()
                .map(Touch::caseNumber)
                .filter(Objects::nonNull)
                .distinct()
                .count();
        var waiting = queue.of(window, stations);
        BigDecimal each = sold == 0 ? BigDecimal.ZERO : hours.divide(BigDecimal.valueOf(sold), MathContext.DECIMAL64);
        return new SellingHour(
                stations,
                hours.setScale(1, RoundingMode.HALF_UP),
                earned,
                margin,
                value(book, selling.size(), hours, earned),
                waiting.average().setScale(1, RoundingMode.HALF_UP),
                waiting.average().min(BigDecimal.valueOf(waiting.now())).multiply(each, MathContext.DECIMAL64),
                waiting.now());
    }

    /** By the records, else by the setting, else the hour costs what it earns: the cautious floor. */
    private @Nullable Estimate value(Records.Book book, int tasks, BigDecimal hours, List<Earned> earned) {
        if (tasks >= records.enough() && earned.size() >= ENOUGH_ORDERS && hours.signum() > 0) {
            BigDecimal ordersAnHour = BigDecimal.valueOf(earned.size()).divide(hours, MathContext.DECIMAL64);
            return Estimate.recorded(earned.stream().map(Earned::margin).toList(), true, 1)
                    .times(ordersAnHour);
        }
        BigDecimal said = assumptions.of("").hourMargin();
        if (said != null) {
            return Estimate.said(said, Source.SETTING, 1);
        }
        BigDecimal own =
                book.labour().hour(Role.MANAGERS.group(), book.window().until().toLocalDate());
        return own == null ? null : Estimate.said(own, Source.ASSUMED, 1);
    }
}
