package salesconveyor.line.dashboard;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes rows as the work table has them, on days before any other test. Moments are like {@code 02 10:30}: day
 * of the month and time, UTC.
 */
class RecordedHistory {
    private final JdbcClient jdbc;
    private final String month;

    RecordedHistory(JdbcClient jdbc, String month) {
        this.jdbc = jdbc;
        this.month = month;
    }

    OffsetDateTime at(String moment) {
        return OffsetDateTime.parse(month + "-" + moment.replace(' ', 'T') + ":00Z");
    }

    Period period(String from, String until) {
        return new Period(at(from), at(until));
    }

    /** A task as its five moments tell it; nothing where it has not happened. */
    void task(
            String process,
            String station,
            @Nullable String role,
            @Nullable String worker,
            @Nullable String caseNumber,
            String offered,
            @Nullable String due,
            @Nullable String claimed,
            @Nullable String ended,
            @Nullable String outcome,
            int awayMinutes) {
        jdbc.sql(
                        "insert into work (task, station, process, role, case_number, priority, due, offered, claimed, worker,"
                                + " ended, completed, outcome, away_seconds) values (?, ?, ?, ?, ?, 50, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID().toString(),
                        station,
                        process,
                        role,
                        caseNumber,
                        moment(due),
                        at(offered),
                        moment(claimed),
                        worker,
                        moment(ended),
                        ended != null && claimed != null,
                        outcome,
                        awayMinutes * 60)
                .update();
    }

    String found(
            String number,
            String company,
            String channel,
            String found,
            @Nullable String outcome,
            @Nullable String closed) {
        jdbc.sql("insert into opportunity (number, company_number, channel, found, outcome, closed)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(number, company, channel, at(found), outcome, moment(closed))
                .update();
        return number;
    }

    private @Nullable OffsetDateTime moment(@Nullable String text) {
        return text == null ? null : at(text).withOffsetSameInstant(ZoneOffset.UTC);
    }
}
