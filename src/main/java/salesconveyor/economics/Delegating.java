package salesconveyor.economics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import salesconveyor.economics.Estimate.Source;
import salesconveyor.economics.Verdict.Input;
import salesconveyor.people.Role;
import salesconveyor.work.Touch;
import salesconveyor.work.Units;

/** Judges for each operation that managers do whether a helper had better do it. */
@Component
class Delegating {
    private static final String MANAGERS = Role.MANAGERS.group();

    /** Who would do what the model gives to managers; what is not here stays: selling, and judging the work of others. */
    private static final Map<String, Role> USUAL = Map.of(
            "callDebtor", Role.ACCOUNTANTS,
            "decideShipment", Role.ASSISTANTS,
            "recoverClient", Role.ACCOUNT_MANAGERS);

    private final Assumptions assumptions;
    private final Units units;
    private final Records records;

    Delegating(Assumptions assumptions, Units units, Records records) {
        this.assumptions = assumptions;
        this.units = units;
        this.records = records;
    }

    /** The best first; what cannot be told last. */
    List<Verdict> verdicts(Records.Book book, SellingHour hour) {
        Map<String, List<Touch>> ofManagers = book.touches().stream()
                .filter(book.labour()::isByManager)
                .collect(Collectors.groupingBy(Touch::station, TreeMap::new, Collectors.toList()));
        List<Verdict> verdicts = new ArrayList<>();
        ofManagers.forEach((station, touches) -> {
            String helper = helper(station, touches.get(0).role());
            if (!helper.isEmpty() && !hour.stations().contains(station)) {
                verdicts.add(verdict(book, hour, station, helper, touches));
            }
        });
        verdicts.sort(Comparator.comparing(Verdict::gain, Comparator.nullsLast(Comparator.<BigDecimal>reverseOrder())));
        return verdicts;
    }

    /** Who would do it; empty when it stays with the managers. */
    private String helper(String station, @Nullable String offeredTo) {
        String said = assumptions.of(station).helper();
        if (said != null) {
            return said;
        }
        if (offeredTo != null && !offeredTo.equals(MANAGERS)) {
            return offeredTo;
        }
        Role usual = USUAL.get(station);
        return usual == null ? "" : usual.group();
    }

    private Verdict verdict(Records.Book book, SellingHour hour, String station, String helper, List<Touch> touches) {
        Said said = new Said(assumptions.of(station), assumptions.of(""));
        List<Touch> helped = book.touches().stream()
                .filter(touch -> touch.station().equals(station)
                        && !book.labour().isByManager(touch)
                        && helper.equals(book.labour().paidAs(touch)))
                .toList();
        Map<Input, Estimate> inputs = new EnumMap<>(Input.class);
        BigDecimal volume = book.window().perMonth(BigDecimal.valueOf(touches.size()));
        inputs.put(Input.VOLUME, Estimate.counted(volume, touches.size(), 1));
        Estimate own = said.minutes(Assumption::managerMinutes, 2);
        Estimate manager = touches.size() < records.enough() && own != null ? own : recorded(touches, 2);
        inputs.put(Input.MANAGER_HOURS, manager);
        inputs.put(Input.SWITCH_HOURS, said.minutesOr(Assumption::switchMinutes, "5", 3));
        if (hour.value() != null) {
            inputs.put(Input.HOUR_MARGIN, hour.value());
        }
        Estimate theirs = said.minutes(Assumption::helperMinutes, 4);
        inputs.put(
                Input.HELPER_HOURS,
                helped.size() >= records.enough()
                        ? recorded(helped, 4)
                        : theirs != null ? theirs : Estimate.said(manager.value(), Source.ASSUMED, 4));
        LocalDate today = book.window().until().toLocalDate();
        BigDecimal cost = book.labour().hour(helper, today);
        if (cost != null) {
            inputs.put(Input.HELPER_COST, Estimate.exact(cost, Source.SETTING, 0));
        }
        inputs.put(Input.REWORK, rework(book, station, helped, said));
        inputs.put(Input.HELPER_HANDOFF, said.minutesOr(Assumption::helperHandOffMinutes, "5", 6));
        inputs.put(Input.MANAGER_HANDOFF, said.minutesOr(Assumption::managerHandOffMinutes, "3", 7));
        inputs.put(Input.FIXED, said.amountOr(Assumption::fixedMonthly, "0", 8));
        return Verdict.of(station, helper, inputs, hour.waitingHours());
    }

    private Estimate recorded(List<Touch> touches, long seed) {
        // Few digits: a thousand sums of them are drawn.
        List<BigDecimal> hours = touches.stream()
                .map(touch -> Hours.of(touch.seconds()).setScale(6, RoundingMode.HALF_UP))
                .toList();
        return Estimate.recorded(hours, hours.size() >= records.enough(), seed);
    }

    /** The share that came back of what people of the helper's role handed on, where the next station says so. */
    private Estimate rework(Records.Book book, String station, List<Touch> helped, Said said) {
        var check = Checks.BY_STATION.get(station);
        if (check != null) {
            List<String> workers = helped.stream().map(Touch::worker).distinct().toList();
            List<BigDecimal> returned = new ArrayList<>();
            units.between(check, book.window().from(), book.window().until()).stream()
                    .filter(unit -> workers.contains(unit.worker())
                            && (!Checks.isPartial(check)
                                    || !unit.done().isBefore(book.window().from())))
                    .forEach(unit -> returned.add(unit.returned() == null ? BigDecimal.ZERO : BigDecimal.ONE));
            if (Checks.isPartial(check) && !returned.isEmpty()) {
                long done = helped.stream()
                        .filter(touch -> check.done().equals(touch.outcome()))
                        .count();
                returned.addAll(Collections.nCopies((int) Math.max(0, done - returned.size()), BigDecimal.ZERO));
            }
            if (returned.size() >= records.enough()) {
                return Estimate.recorded(returned, true, 5);
            }
        }
        return said.percentOr(Assumption::reworkPercent, "10", 5);
    }
}
