package salesconveyor.line.dashboard;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import salesconveyor.shared.Dates;
import salesconveyor.shared.Texts;

/**
 * Finds the station that holds the belt up most, and says what to do about it. It is the one with the highest share of
 * all standing time, times its load (arrivals for each task that left, at least one): much stands there, or more comes
 * than leaves. Time in which the client thinks is not ours to save.
 */
@Component
class FindingBottleneck {
    private static final int RANKED = 5;
    private static final double BUSY = 0.7; // of an eight-hour day at tasks; the rest goes into talk and pauses
    private static final double USABLE = 0.8; // of an eight-hour day that can be planned for tasks

    private final SpokenTime time;
    private final WorkDays days;
    private final Texts texts;
    private final Dates dates;

    FindingBottleneck(SpokenTime time, WorkDays days, Texts texts, Dates dates) {
        this.time = time;
        this.days = days;
        this.texts = texts;
        this.dates = dates;
    }

    Bottleneck in(List<Station> stations, Period period, Locale language) {
        double all =
                stations.stream().mapToDouble(one -> one.flow().oursSeconds()).sum();
        if (all <= 0) {
            return new Bottleneck(
                    null,
                    texts.say(language, "No bottleneck can be named yet."),
                    texts.say(
                            language, "No case stood at a station in this time. Choose a longer time, or start cases."),
                    "",
                    List.of());
        }
        List<Bottleneck.Candidate> ranking = stations.stream()
                .filter(one -> one.flow().oursSeconds() > 0)
                .map(one -> new Bottleneck.Candidate(
                        one.process(),
                        one.station(),
                        one.name(),
                        one.flow().oursSeconds() / all,
                        one.flow().load()))
                .sorted(Comparator.comparingDouble(Bottleneck.Candidate::score)
                        .thenComparingDouble(Bottleneck.Candidate::share)
                        .reversed()
                        .thenComparing(Bottleneck.Candidate::station))
                .limit(RANKED)
                .toList();
        Bottleneck.Candidate found = ranking.get(0);
        Map<String, Station> byId =
                stations.stream().collect(Collectors.toMap(one -> one.process() + one.station(), Function.identity()));
        Station station = byId.get(found.process() + found.station());
        return station == null
                ? new Bottleneck(found, "", "", "", ranking)
                : new Bottleneck(
                        found,
                        texts.say(language, "The bottleneck is \"{0}\" ({1}).", station.name(), station.roleTitle()),
                        reason(station, found, language),
                        advice(station, period, language),
                        ranking);
    }

    private String reason(Station station, Bottleneck.Candidate found, Locale language) {
        Flow flow = station.flow();
        String reason = texts.say(
                language,
                "Of all the time that cases stand at a station, {0} is spent here. {1} came in and {2} went out: the queue went from {3} to {4}.",
                time.share(found.share(), language),
                flow.arrived(),
                flow.gone(),
                flow.queueAtStart(),
                flow.queueAtEnd());
        Double waited = station.times().waitMedian();
        Double touched = station.times().touchMedian();
        return waited == null || touched == null
                ? reason
                : reason
                        + " "
                        + texts.say(
                                language,
                                "Half of those that were done had waited longer than {0}, for {1} of work.",
                                time.say(waited, language),
                                time.say(touched, language));
    }

    private String advice(Station station, Period period, Locale language) {
        Crew crew = station.crew();
        Double busy = crew.busy();
        if (busy == null) {
            return texts.say(
                    language,
                    "Nobody completed a task here in this time. Find somebody who takes it, or give somebody the role \"{0}\".",
                    station.roleTitle());
        }
        if (busy >= BUSY) {
            return texts.say(
                    language,
                    "Those who work here are busy: {0} of an eight-hour day at tasks. What comes in here alone needs {1} people full time; {2} work here, among other things. Add hands, or move routine work from them to a helper.",
                    time.share(busy, language),
                    SpokenTime.rounded(needed(station, period), language),
                    crew.people());
        }
        Queue queue = station.queue();
        if (queue.open() == 0) {
            return texts.say(
                    language,
                    "Nothing stands here now, and those who work here have time: they are at tasks for {0} of an eight-hour day. Choose a shorter time up to today to see what holds the cases up now.",
                    time.share(busy, language));
        }
        OffsetDateTime oldest = queue.oldest();
        if (queue.untaken() * 2 >= queue.open() && oldest != null) {
            return texts.say(
                    language,
                    "Those who work here have time: they are at tasks for {0} of an eight-hour day. {1} of {2} tasks wait for somebody to take them, the oldest since {3}: take the oldest first, before other work.",
                    time.share(busy, language),
                    queue.untaken(),
                    queue.open(),
                    dates.day(oldest, language));
        }
        return texts.say(
                language,
                "Those who work here have time: they are at tasks for {0} of an eight-hour day. {1} of {2} tasks are taken and not done: ask their owners what they wait for, and give back what nobody works on.",
                time.share(busy, language),
                queue.open() - queue.untaken(),
                queue.open());
    }

    /** People who do nothing else, for the arrivals of the time at the mean touch time. */
    double needed(Station station, Period period) {
        Times times = station.times();
        double work = station.flow().arrived() * times.touchSum() / Math.max(1, times.done());
        return work / (days.in(period) * Crew.HOURS_A_DAY * 3600 * USABLE);
    }
}
