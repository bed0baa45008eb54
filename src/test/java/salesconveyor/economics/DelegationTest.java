package salesconveyor.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** gain = V(t_m + s)g - V[t_h c_h (1 + r) + h_h c_h + h_m g] - F, reckoned by hand. */
class DelegationTest {
    private static final BigDecimal PLENTY = new BigDecimal("1000");

    /** 60 proposals a month, 75 minutes each; the assistant needs an hour and costs 24, an hour of selling earns 60. */
    private static final Delegation PROPOSALS =
            delegation("60", "1.25", "0.1", "60", "1", "24", "0.1", "0.1", "0.05", "250");

    /** 20 calls of 15 minutes that take the accountant twice as long. */
    private static final Delegation CALLS =
            delegation("20", "0.25", "0.05", "40", "0.5", "30", "0.2", "0.1", "0.1", "100");

    @Test
    void proposalsGoToAnAssistant() {
        // V(t_m + s)g             = 60 x 1.35 x 60                              = 4,860
        // t_h c_h (1 + r)         = 1 x 24 x 1.1  = 26.40
        // h_h c_h                 = 0.1 x 24      =  2.40
        // h_m g                   = 0.05 x 60     =  3.00
        // V[...]                  = 60 x 31.80                                  = 1,908
        // F                                                                     =   250
        // gain                    = 4,860 - 1,908 - 250                         = 2,702
        is(PROPOSALS.gain(), "2702");
        // freed V(t_m + s - h_m)  = 60 x 1.30                                   = 78 hours
        is(PROPOSALS.freedHours(), "78");
        // break-even t_h          = (78 x 60 - 250 - 60 x 2.4) / (60 x 24 x 1.1) = 4,286 / 1,584 = 2.70581 hours
        is(PROPOSALS.breakEvenHelperHours(PLENTY).orElseThrow(), "2.705808");
        // break-even r            = (4,286 - 60 x 24) / (60 x 24)               = 2,846 / 1,440 = 1.97639
        is(PROPOSALS.breakEvenRework(PLENTY).orElseThrow(), "1.976389");
    }

    @Test
    void shortCallsStayWhereTheyAre() {
        // 20 x 0.30 x 40 - 20 x [0.5 x 30 x 1.2 + 0.1 x 30 + 0.1 x 40] - 100 = 240 - 20 x 25 - 100 = -360
        is(CALLS.gain(), "-360");
        // freed 20 x 0.20 = 4 hours earn 160; less F 100 and hand-over 20 x 3 = 60 nothing is left for the work.
        is(CALLS.breakEvenHelperHours(PLENTY).orElseThrow(), "0");
        assertThat(CALLS.breakEvenRework(PLENTY)).isEmpty();
    }

    @Test
    void freedHoursEarnNothingWhenNoLeadWaits() {
        // Leads for 30 of the 78 hours: 30 x 60 = 1,800; the assistant costs 60 x (26.40 + 2.40) + 250 = 1,978.
        BigDecimal waiting = new BigDecimal("30");
        is(PROPOSALS.gain(waiting), "-178");
        // (1,800 - 250 - 144) / 1,584 = 0.88763 hours, 53 minutes
        is(PROPOSALS.breakEvenHelperHours(waiting).orElseThrow(), "0.887626");
        // (1,406 - 1,440) / 1,440 is less than nothing
        assertThat(PROPOSALS.breakEvenRework(waiting)).isEmpty();
        is(PROPOSALS.gain(BigDecimal.ZERO), "-1978");
        assertThat(PROPOSALS.breakEvenHelperHours(BigDecimal.ZERO)).isEmpty();
    }

    /** At the break-even the gain is nothing, whatever the inputs are. */
    @ParameterizedTest
    @CsvSource({
        "60, 1.25, 0.1, 60, 1, 24, 0.1, 0.1, 0.05, 250, 1000",
        "60, 1.25, 0.1, 60, 1, 24, 0.1, 0.1, 0.05, 250, 40",
        "5, 2, 0, 90, 3, 15, 0, 0, 0, 0, 1000",
        "12.5, 0.5, 0.2, 100, 0.4, 20, 0.5, 0.05, 0.1, 75, 6"
    })
    void atTheBreakEvenNothingIsGainedOrLost(
            String v,
            String tm,
            String s,
            String g,
            String th,
            String ch,
            String r,
            String hh,
            String hm,
            String f,
            BigDecimal waiting) {
        Delegation asked = delegation(v, tm, s, g, th, ch, r, hh, hm, f);
        String hours = asked.breakEvenHelperHours(waiting).orElseThrow().toPlainString();
        is(delegation(v, tm, s, g, hours, ch, r, hh, hm, f).gain(waiting), "0");
        String rework =
                asked.breakEvenRework(waiting).map(BigDecimal::toPlainString).orElse("");
        if (!rework.isEmpty()) {
            is(delegation(v, tm, s, g, th, ch, rework, hh, hm, f).gain(waiting), "0");
        }
    }

    @ParameterizedTest
    @CsvSource({
        // Handing over takes longer than doing it: no hour is freed, and what is lost is lost in full.
        "10, 0.1, 0, 50, 0.1, 20, 0, 0.1, 0.2, 0, 1000, -90,",
        // A helper who costs nothing has no break-even.
        "10, 1, 0, 50, 1, 0, 0, 0, 0, 0, 1000, 500,"
    })
    void theEdgesHold(
            String v,
            String tm,
            String s,
            String g,
            String th,
            String ch,
            String r,
            String hh,
            String hm,
            String f,
            BigDecimal waiting,
            String gain,
            @Nullable String none) {
        Delegation asked = delegation(v, tm, s, g, th, ch, r, hh, hm, f);
        is(asked.gain(waiting), gain);
        assertThat(asked.breakEvenHelperHours(waiting)).isEmpty();
    }

    private static void is(BigDecimal value, String expected) {
        assertThat(value).isCloseTo(new BigDecimal(expected), within(new BigDecimal("0.000001")));
    }

    private static Delegation delegation(String... inputs) {
        BigDecimal[] of = Arrays.stream(inputs).map(BigDecimal::new).toArray(BigDecimal[]::new);
        return new Delegation(of[0], of[1], of[2], of[3], of[4], of[5], of[6], of[7], of[8], of[9]);
    }
}
