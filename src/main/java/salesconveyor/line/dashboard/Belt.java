package salesconveyor.line.dashboard;

import java.util.List;

/** The stages of the belt and the models that each of them is made of. */
enum Belt {
    ACQUIRE("acquireClient"),
    SELL("sellToClient"),
    SERVE("serveClient", "collectPayment", "measureSatisfaction"),
    DEVELOP("developClient");

    /** The stage of a task; null for what runs beside the belt. A piece of SQL. */
    static final String STAGE = "case when process = 'acquireClient' then 'ACQUIRE'"
            + " when process = 'sellToClient' then 'SELL'"
            + " when process in ('serveClient', 'collectPayment', 'measureSatisfaction') then 'SERVE'"
            + " when process = 'developClient' then 'DEVELOP' else 'BESIDE' end";

    private final List<String> processes;

    Belt(String... processes) {
        this.processes = List.of(processes);
    }

    List<String> processes() {
        return processes;
    }
}
