package salesconveyor.acquisition;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.acquisition.Calibration.HandOver;
import salesconveyor.acquisition.Calibration.Reason;
import salesconveyor.acquisition.Calibration.Side;
import salesconveyor.companies.Defects;
import salesconveyor.engine.Refused;
import salesconveyor.work.HandOffs;

/** Tells heads of sales how well the sieve works, so that its owner can tune it. */
@Component
@Transactional(readOnly = true)
public class Calibrating {
    private static final int DROPS = 20;
    private static final int USUAL_DAYS = 90;

    private final Judgements judgements;
    private final HandOffs handOffs;
    private final Defects defects;
    private final Opportunities opportunities;
    private final SieveTrial trial;
    private final Clock clock;

    Calibrating(
            Judgements judgements,
            HandOffs handOffs,
            Defects defects,
            Opportunities opportunities,
            SieveTrial trial,
            Clock clock) {
        this.judgements = judgements;
        this.handOffs = handOffs;
        this.defects = defects;
        this.opportunities = opportunities;
        this.trial = trial;
        this.clock = clock;
    }

    /**
     * The figures of some days.
     *
     * @param from the first day; ninety days before the last one when not given
     * @param to the last day; today when not given
     * @param passFrom other points from which a lead passes; those of the deployed sieve when not given
     * @param nurtureFrom other points from which a lead is asked again later
     * @param channel by which the leads came; all when not given
     */
    public Calibration of(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable BigDecimal passFrom,
            @Nullable BigDecimal nurtureFrom,
            @Nullable Channel channel) {
        LocalDate last = to == null ? LocalDate.now(clock) : to;
        LocalDate first = from == null ? last.minusDays(USUAL_DAYS) : from;
        if (first.isAfter(last)) {
            throw new Refused("The first day {0} lies after the last day {1}.", first.toString(), last.toString());
        }
        OffsetDateTime begin = first.atStartOfDay(clock.getZone()).toOffsetDateTime();
        OffsetDateTime end = last.plusDays(1).atStartOfDay(clock.getZone()).toOffsetDateTime();
        String came = channel == null ? null : channel.name();
        List<Judgements.Group> groups = judgements.groups(begin, end, came);
        return new Calibration(
                first,
                last,
                channel,
                side(groups, "DROP"),
                side(groups, "PASS"),
                handOvers("callCompany", begin, end, came),
                byPerson(Stream.concat(
                        handOvers("researchCompany", begin, end, came).stream(), defects(begin, end, came))),
                trial.with(passFrom, nurtureFrom, begin, end, came),
                judgements.newestDrops(begin, end, came, DROPS));
    }

    private static Side side(List<Judgements.Group> groups, String result) {
        List<Reason> reasons = groups.stream()
                .filter(group -> group.sieveResult().equals(result))
                .map(group -> new Reason(
                        group.rule(),
                        group.reason(),
                        Rate.of(
                                group.leads(),
                                group.drawn(),
                                group.judged(),
                                result.equals("DROP") ? group.worthIt() : group.judged() - group.worthIt())))
                .toList();
        return new Side(reasons.stream().map(Reason::rate).reduce(Rate.of(0, 0, 0, 0), Rate::and), reasons);
    }

    private List<HandOver> handOvers(
            String station, OffsetDateTime from, OffsetDateTime until, @Nullable String channel) {
        return byPerson(handOffs.between(station, "acceptLead", from, until, channel).stream()
                .filter(count -> count.giver() != null)
                .map(count -> {
                    boolean accepted = count.outcome().equals("ACCEPT");
                    return new HandOver(
                            String.valueOf(count.giver()),
                            accepted ? count.times() : 0,
                            accepted ? 0 : count.times(),
                            0);
                }));
    }

    private Stream<HandOver> defects(OffsetDateTime from, OffsetDateTime until, @Nullable String channel) {
        return defects.between(from, until).stream()
                .filter(defect -> channel == null
                        || opportunities
                                .find(defect.opportunityNumber())
                                .filter(found -> found.channel().equals(channel))
                                .isPresent())
                .filter(defect -> defect.author() != null)
                .map(defect -> new HandOver(String.valueOf(defect.author()), 0, 0, 1));
    }

    private static List<HandOver> byPerson(Stream<HandOver> all) {
        Map<String, HandOver> people = new TreeMap<>();
        all.forEach(one -> people.merge(one.person(), one, HandOver::and));
        return List.copyOf(people.values());
    }
}
