package salesconveyor.economics;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import salesconveyor.economics.simulation.Result;

/**
 * The same recorded work by the staff there is and by the staff that is tried.
 *
 * @param cases that are played, with so many {@code tasks}
 * @param cut whether there were more cases; then the newest are played
 */
public record WhatIf(Window window, int cases, int tasks, boolean cut, Outcome now, Outcome tried) {
    /** What came of one staff. @param cost of all its hours a month; nothing when a rate is missing */
    public record Outcome(
            List<StaffPlan> staff, Result result, @Nullable BigDecimal cost) {}
}
