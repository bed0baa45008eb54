package salesconveyor.economics;

import java.io.PrintStream;
import salesconveyor.economics.simulation.LeadReport;

/** The comparison of generalists and conveyor as a command, without the application. */
public final class WhatIfCommand {
    private WhatIfCommand() {}

    /** @return 0, or 1 when an option is wrong, which is said in place of the comparison */
    public static int print(PrintStream out, String... options) {
        return LeadReport.print(out, options);
    }
}
