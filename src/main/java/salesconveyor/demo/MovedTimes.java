package salesconveyor.demo;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Copies what was played into the tables, all times moved by whole days, so that each keeps its time of day in the
 * company's zone, summer time or not. Our columns know their zone; the engine's are times of the machine's zone, in the
 * pack of the zone that was played in. To copy is four times as fast as to update in place.
 */
class MovedTimes {
    /** When migrations and the engine's own tables came is no part of the months. */
    private static final Set<String> AS_THEY_ARE = Set.of("flyway_schema_history", "ACT_GE_SCHEMA_LOG");

    /** Where times and days stand as text. */
    private static final Set<String> TEXTS =
            Set.of("ACT_RU_VARIABLE.TEXT_", "ACT_HI_VARINST.TEXT_", "TASK_ANSWER.ANSWER");

    private static final String MOMENT =
            "^20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?([+-]\\d\\d:\\d\\d|Z)$";
    private static final String DAY = "^20\\d\\d-\\d\\d-\\d\\d$";

    private final ZoneId played;
    private final ZoneId company;
    private final ZoneId engine;
    private final long days;
    private final long months;
    private final PackedWords words;

    MovedTimes(ZoneId played, ZoneId company, ZoneId engine, LocalDate from, LocalDate to, PackedWords words) {
        this.played = played;
        this.company = company;
        this.engine = engine;
        this.words = words;
        this.days = ChronoUnit.DAYS.between(from, to);
        this.months = ChronoUnit.MONTHS.between(YearMonth.from(from), YearMonth.from(to));
    }

    void move(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            words.collect(statement);
            for (var table : tables(statement).entrySet()) {
                boolean engines = table.getKey().startsWith("ACT_");
                statement.execute("set time zone '" + (engines ? engine : played) + "'");
                Map<String, String> columns = table.getValue();
                statement.execute("insert into PUBLIC.\"%s\" (%s) direct select %s from PLAYED.\"%s\""
                        .formatted(
                                table.getKey(),
                                columns.keySet().stream()
                                        .map(column -> '"' + column + '"')
                                        .collect(Collectors.joining(", ")),
                                String.join(", ", columns.values()),
                                table.getKey()));
            }
            statement.execute("drop schema PLAYED cascade");
        }
        words.deployed(connection);
    }

    /** What was played: for each column of each table its moved value. */
    private Map<String, Map<String, String>> tables(Statement statement) throws SQLException {
        Map<String, Map<String, String>> tables = new LinkedHashMap<>();
        try (ResultSet columns = statement.executeQuery(
                "select table_name, column_name, data_type"
                        + " from information_schema.columns where table_schema = 'PLAYED' order by table_name, ordinal_position")) {
            while (columns.next()) {
                String table = columns.getString(1);
                String column = columns.getString(2);
                tables.computeIfAbsent(table, none -> new LinkedHashMap<>())
                        .put(column, moved(table, column, columns.getString(3)));
            }
        }
        return tables;
    }

    private String moved(String table, String column, String type) {
        String quoted = '"' + column + '"';
        if (AS_THEY_ARE.contains(table)) {
            return quoted;
        }
        return switch (type) {
            case "TIMESTAMP WITH TIME ZONE" -> inCompany("cast(%s as timestamp)".formatted(quoted), played);
            case "TIMESTAMP" ->
                company.equals(engine) ? later(quoted) : "cast(%s as timestamp)".formatted(inCompany(quoted, engine));
            case "DATE" ->
                // A month stays a month.
                column.equals("MONTH_BEGIN") ? "dateadd(month, %d, %s)".formatted(months, quoted) : later(quoted);
            default ->
                words.isName(table + "." + column)
                        ? words.said(quoted)
                        : TEXTS.contains(table + "." + column) ? text(quoted) : quoted;
        };
    }

    private String later(String time) {
        return "dateadd(day, %d, %s)".formatted(days, time);
    }

    /** @param session the zone of the session, in which the database reads a time that names none */
    private String inCompany(String wall, ZoneId session) {
        return company.equals(session)
                ? "cast(%s as timestamp with time zone)".formatted(later(wall))
                : "cast(cast(%s as varchar) || ' %s' as timestamp with time zone)".formatted(later(wall), company);
    }

    private String text(String column) {
        // H2 wants seconds.
        String moment =
                "cast(regexp_replace(%s, '(T..:..)([Z+-])', '$1:00$2') as timestamp with time zone)".formatted(column);
        String wall = "cast(formatdatetime(%s at time zone '%s', 'yyyy-MM-dd HH:mm:ss') as timestamp)"
                .formatted(moment, played);
        return ("case when %1$s regexp '%2$s' then formatdatetime(cast(cast(%3$s as varchar) || ' %4$s' as timestamp with"
                        + " time zone), 'yyyy-MM-dd''T''HH:mm:ssXXX')"
                        + " when %1$s regexp '%5$s' then cast(dateadd(day, %6$d, cast(%1$s as date)) as varchar) else %1$s end")
                .formatted(column, MOMENT, later(wall), company, DAY, days);
    }
}
