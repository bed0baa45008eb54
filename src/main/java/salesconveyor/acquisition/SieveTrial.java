package salesconveyor.acquisition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import salesconveyor.acquisition.Calibration.Count;
import salesconveyor.acquisition.Calibration.Thresholds;
import salesconveyor.engine.DecisionTrials;
import salesconveyor.engine.Refused;
import salesconveyor.work.DecisionHistory;
import salesconveyor.work.DecisionHistory.Decided;

/** Asks the newest sieve again, with other thresholds, about the answers that were recorded when it decided. */
@Component
class SieveTrial {
    /** So many decisions are looked at: one answer of the table takes about a millisecond. */
    static final int AT_MOST = 5_000;

    private static final String COLUMN = "points";
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final DecisionTrials trials;
    private final DecisionHistory decisions;
    private final Judgements judgements;

    SieveTrial(DecisionTrials trials, DecisionHistory decisions, Judgements judgements) {
        this.trials = trials;
        this.decisions = decisions;
        this.judgements = judgements;
    }

    /** @return nothing when the deployed sieve has no two thresholds on the points */
    @Nullable
    Thresholds with(
            @Nullable BigDecimal passFrom,
            @Nullable BigDecimal nurtureFrom,
            OffsetDateTime from,
            OffsetDateTime until,
            @Nullable String channel) {
        Map<String, BigDecimal> deployed = trials.thresholds(Judgements.SIEVE, COLUMN);
        BigDecimal pass = passFrom == null ? deployed.get("PASS") : passFrom;
        BigDecimal nurture = nurtureFrom == null ? deployed.get("NURTURE") : nurtureFrom;
        if (pass == null || nurture == null || !deployed.keySet().containsAll(List.of("PASS", "NURTURE"))) {
            return null;
        }
        if (nurture.compareTo(pass) > 0) {
            throw new Refused(
                    "The threshold for asking again ({0}) must not be above the one for passing ({1}).", nurture, pass);
        }
        List<Decided> found = decisions.newest(Judgements.SIEVE, from, until, channel, AT_MOST + 1);
        Collection<Decided> leads = lastOfEach(found.subList(0, Math.min(found.size(), AT_MOST)));
        Map<String, Boolean> verdicts = judgements.verdicts(from, until);
        return new Thresholds(
                pass,
                nurture,
                count(leads, verdicts, Decided::result),
                count(leads, verdicts, again(Map.of("PASS", pass, "NURTURE", nurture))),
                found.size() > AT_MOST);
    }

    private static Collection<Decided> lastOfEach(List<Decided> newestFirst) {
        Map<String, Decided> last = new LinkedHashMap<>();
        newestFirst.forEach(decided -> last.putIfAbsent(String.valueOf(decided.caseNumber()), decided));
        return last.values();
    }

    /** Leads with the same answers get the same result, so each answer is asked once. */
    private Function<Decided, String> again(Map<String, BigDecimal> thresholds) {
        var trial = trials.with(Judgements.SIEVE, COLUMN, thresholds).orElseThrow();
        Map<String, String> known = new HashMap<>();
        return decided -> known.computeIfAbsent(
                decided.inputs(), inputs -> Objects.requireNonNullElse(trial.decide(inputs(inputs)), ""));
    }

    private static Map<String, @Nullable Object> inputs(String json) {
        try {
            return JSON.readValue(json, new TypeReference<Map<String, @Nullable Object>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The decision log holds no JSON", e);
        }
    }

    private static Count count(
            Collection<Decided> leads, Map<String, Boolean> verdicts, Function<Decided, String> result) {
        int pass = 0;
        int nurture = 0;
        int drop = 0;
        int judged = 0;
        int missed = 0;
        int wasted = 0;
        for (Decided lead : leads) {
            String said = result.apply(lead);
            Boolean worthIt = verdicts.get(String.valueOf(lead.caseNumber()));
            pass += said.equals("PASS") ? 1 : 0;
            nurture += said.equals("NURTURE") ? 1 : 0;
            drop += said.equals("DROP") ? 1 : 0;
            judged += worthIt == null ? 0 : 1;
            missed += Boolean.TRUE.equals(worthIt) && !said.equals("PASS") ? 1 : 0;
            wasted += Boolean.FALSE.equals(worthIt) && said.equals("PASS") ? 1 : 0;
        }
        return new Count(pass, nurture, drop, leads.size() - pass - nurture - drop, judged, missed, wasted);
    }
}
