package salesconveyor.economics.simulation;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import salesconveyor.work.Touch;
import umontreal.ssj.rng.RandomStream;

/**
 * The recorded work as it is played again: each case arrives when its first task could be done and needs the tasks that
 * were completed for it, in their order; from the end of one until the next could be done goes by what went by, for then
 * the client or the calendar was waited for, as for the hour of a meeting. How long a task takes is drawn from all that
 * were recorded at its station, in each run anew.
 *
 * @param begins the Monday at midnight that minutes are counted from
 * @param roles whom the tasks of a station are offered to
 * @param from when the window begins; later, with the first case that is played, when older ones are left out
 * @param cut whether older cases were left out
 */
public record Replay(
        LocalDateTime begins,
        LocalDateTime from,
        LocalDateTime until,
        List<Journey> journeys,
        Map<String, List<Long>> seconds,
        Map<String, String> roles,
        boolean cut) {
    private static final int MOST_CASES = 3000;

    /** The tasks that were completed from one moment until before another. */
    public static Replay of(List<Touch> touches, OffsetDateTime since, OffsetDateTime before, ZoneId zone) {
        Map<String, List<Touch>> cases = new LinkedHashMap<>();
        Map<String, List<Long>> seconds = new HashMap<>();
        Map<String, String> roles = new HashMap<>();
        for (Touch touch : touches) {
            if (touch.caseNumber() != null && touch.role() != null) {
                cases.computeIfAbsent(touch.caseNumber(), none -> new ArrayList<>())
                        .add(touch);
                seconds.computeIfAbsent(touch.station(), none -> new ArrayList<>())
                        .add(touch.seconds());
                roles.put(touch.station(), touch.role());
            }
        }
        LocalDateTime from = local(since, zone);
        LocalDateTime monday = from.toLocalDate()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .atStartOfDay();
        List<Journey> journeys = cases.values().stream()
                .map(own -> journey(own, monday, from, zone))
                .sorted(Comparator.comparing(Journey::arrival))
                .toList();
        int left = Math.max(0, journeys.size() - MOST_CASES);
        // Nobody is there, and paid, for the cases that are left out.
        LocalDateTime opening = left == 0
                ? from
                : monday.plusSeconds(Math.round(60 * journeys.get(left).arrival()));
        return new Replay(
                monday,
                opening,
                local(before, zone),
                journeys.subList(left, journeys.size()),
                seconds,
                roles,
                left > 0);
    }

    private static Journey journey(List<Touch> touches, LocalDateTime monday, LocalDateTime from, ZoneId zone) {
        List<Touch> own = touches.stream()
                .sorted(Comparator.comparing(Touch::ready).thenComparing(Touch::ended))
                .toList();
        LocalDateTime first = local(own.get(0).ready(), zone);
        // What was there before the window has waited already: it is there when the window begins.
        LocalDateTime arrival = first.isBefore(from) ? from : first;
        List<Journey.Stop> stops = new ArrayList<>();
        OffsetDateTime ended = null;
        for (Touch touch : own) {
            // By the clock on the wall, as the weeks of the staff are: else a meeting after a clock change is an hour
            // off.
            long waited = ended == null
                    ? 0
                    : Math.max(
                            0,
                            Duration.between(local(ended, zone), local(touch.ready(), zone))
                                    .toSeconds());
            stops.add(new Journey.Stop(touch.station(), waited / 60.0));
            ended = touch.ended();
        }
        return new Journey(Duration.between(monday, arrival).toSeconds() / 60.0, stops);
    }

    /** The arrivals and ways are those of the records in every run; only how long the tasks take is drawn. */
    public List<Journey> drawn(RandomStream random) {
        return journeys;
    }

    public Minutes minutes() {
        return (station, crew, random) -> {
            List<Long> recorded = seconds.getOrDefault(station, List.of(0L));
            return recorded.get(random.nextInt(0, recorded.size() - 1)) / 60.0;
        };
    }

    /** The minute in which the window begins. */
    public double opening() {
        return Duration.between(begins, from).toSeconds() / 60.0;
    }

    public double horizon() {
        return Duration.between(begins, until).toSeconds() / 60.0;
    }

    /** How long people with these hours work in the window. */
    public long openSeconds(Week week) {
        return week.seconds(Duration.between(begins, from), Duration.between(begins, until));
    }

    public int tasks() {
        return journeys.stream().mapToInt(journey -> journey.stops().size()).sum();
    }

    /** The stations whose tasks are offered to one of these roles. */
    public Set<String> stations(List<String> offeredTo) {
        return roles.entrySet().stream()
                .filter(role -> offeredTo.contains(role.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static LocalDateTime local(OffsetDateTime time, ZoneId zone) {
        return time.atZoneSameInstant(zone).toLocalDateTime();
    }
}
