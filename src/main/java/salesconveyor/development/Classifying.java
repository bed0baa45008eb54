package salesconveyor.development;

import static java.time.temporal.ChronoUnit.DAYS;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.companies.Companies;
import salesconveyor.companies.ContactScope;
import salesconveyor.companies.SuppressionList;
import salesconveyor.people.WorkingTime;
import salesconveyor.selling.OrderHistory;
import salesconveyor.service.Deliveries;

/** Finds out how much a client matters and when it will order again, and plans the next contact. */
@Component
@Transactional
class Classifying {
    /** From this many days before an expected order on, a contact has talked about it. */
    private static final int SOON = 7;

    private final Clients clients;
    private final Contacts contacts;
    private final OrderHistory orders;
    private final Deliveries deliveries;
    private final Companies companies;
    private final SuppressionList suppressions;
    private final WorkingTime workingTime;
    private final Clock clock;
    private final int upToA;
    private final int upToB;
    private final int newDays;
    private final BigDecimal alarmIntervals;

    Classifying(
            Clients clients,
            Contacts contacts,
            OrderHistory orders,
            Deliveries deliveries,
            Companies companies,
            SuppressionList suppressions,
            WorkingTime workingTime,
            Clock clock,
            @Value("${conveyor.development.class-a-percent:80}") int upToA,
            @Value("${conveyor.development.class-b-percent:95}") int upToB,
            @Value("${conveyor.development.new-days:30}") int newDays,
            @Value("${conveyor.development.alarm-intervals:1.3}") BigDecimal alarmIntervals) {
        this.clients = clients;
        this.contacts = contacts;
        this.orders = orders;
        this.deliveries = deliveries;
        this.companies = companies;
        this.suppressions = suppressions;
        this.workingTime = workingTime;
        this.clock = clock;
        this.upToA = upToA;
        this.upToB = upToB;
        this.newDays = newDays;
        this.alarmIntervals = alarmIntervals;
    }

    Standing classify(String company) {
        clients.lock(company);
        Client client = clients.get(company);
        boolean forbidden = suppressions.forbids(company, ContactScope.PHONE);
        if (forbidden) {
            clients.state(company, Client.State.CONTACT_FORBIDDEN);
        }
        ClientClass clientClass = classOf(client);
        companies.classify(company, clientClass.name());
        LocalDate today = LocalDate.now(clock);
        Optional<OrderRhythm> rhythm = OrderRhythm.of(orders.days(company));
        LocalDate talked = contacts.last(company).map(this::day).orElse(LocalDate.MIN);
        return new Standing(
                !forbidden && client.state() == Client.State.ACTIVE,
                clientClass,
                (int) DAYS.between(lastDelivery(client), today),
                rhythm.map(OrderRhythm::nextOrder)
                        .filter(next -> talked.isBefore(next.minusDays(SOON)))
                        .map(next -> (int) DAYS.between(today, next))
                        .orElse(null),
                rhythm.map(own -> own.alarm(alarmIntervals))
                        .filter(talked::isBefore)
                        .map(alarm -> (int) DAYS.between(today, alarm))
                        .orElse(null));
    }

    /** A client is new for thirty days after its first order was served: too early to judge it by what it brought. */
    private ClientClass classOf(Client client) {
        if (client.since().plusDays(newDays).isAfter(OffsetDateTime.now(clock))) {
            return ClientClass.NEW;
        }
        var margins = orders.margins(OffsetDateTime.now(clock).minusMonths(12));
        return ClientClass.of(client.companyNumber(), margins, upToA, upToB);
    }

    private LocalDate lastDelivery(Client client) {
        return deliveries.lastDelivered(client.companyNumber()).orElseGet(() -> day(client.since()));
    }

    /**
     * The opening of the working day that lies so many days ahead. The day of the alarm is not slept through, however
     * seldom the client is contacted; when it came already, tomorrow is early enough.
     */
    OffsetDateTime contactDue(int days, @Nullable Integer daysToAlarm) {
        int ahead = daysToAlarm == null ? days : Math.min(days, Math.max(1, daysToAlarm));
        ZonedDateTime day = LocalDate.now(clock).plusDays(ahead).atStartOfDay(clock.getZone());
        return workingTime.opening(day).toOffsetDateTime();
    }

    private LocalDate day(OffsetDateTime time) {
        return time.atZoneSameInstant(clock.getZone()).toLocalDate();
    }
}
