package salesconveyor.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.zip.ZipInputStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import salesconveyor.engine.ModelTranslation;
import salesconveyor.shared.Texts;

/** The shipped months are unpacked on a day of next spring, by a company and a machine in other zones. */
class MonthsPackTest {
    private static final ZoneId COMPANY = ZoneId.of("America/New_York");
    private static final ZoneId MACHINE = ZoneId.of("Asia/Tokyo");
    private static final LocalDate TODAY = LocalDate.of(2027, 3, 31);
    private static final ClassPathResource PACK = new ClassPathResource("demo/months.zip");

    @TempDir
    Path folder;

    @Test
    void monthsEndBeforeTodayWithEverythingInThem() throws Exception {
        Path file = folder.resolve("data/conveyor.mv.db");
        var clock = Clock.fixed(TODAY.atTime(10, 0).atZone(COMPANY).toInstant(), COMPANY);
        MonthsPack.Days days = new MonthsPack(PACK).unpack(file, clock, MACHINE, new Texts(Locale.ENGLISH));
        assertThat(days.last()).isEqualTo(LocalDate.of(2027, 3, 28));
        assertThat(days.last().getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
        assertThat(Files.list(file.getParent())).containsExactly(file);
        try (var connection = DriverManager.getConnection(
                "jdbc:h2:file:" + folder.resolve("data/conveyor") + ";CASE_INSENSITIVE_IDENTIFIERS=TRUE", "sa", "")) {
            var database = new SingleConnectionDataSource(connection, true);
            // As at a start: what the pack has must be ours, what came later runs on it.
            Flyway.configure().dataSource(database).load().migrate();
            JdbcClient jdbc = JdbcClient.create(database);
            countsAreThoseOfThePack(jdbc);
            peopleWorkInTheirHours(jdbc, days);
            theEngineSaysTheSame(jdbc);
            textsAndMonthsMove(jdbc, days);
        }
    }

    /** Of a case that runs, as of one that begins today. */
    @Test
    void inARussianInstallationTheModelsAndStepsOfTheMonthsAreRussian() throws Exception {
        Path file = folder.resolve("data/conveyor.mv.db");
        new MonthsPack(PACK).unpack(file, Clock.system(COMPANY), MACHINE, new Texts(Locale.forLanguageTag("ru")));
        try (var connection = DriverManager.getConnection(
                "jdbc:h2:file:" + folder.resolve("data/conveyor") + ";CASE_INSENSITIVE_IDENTIFIERS=TRUE", "sa", "")) {
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            for (String name : List.of(
                    "NAME_ from ACT_RU_TASK",
                    "NAME_ from ACT_HI_TASKINST",
                    "NAME_ from ACT_RE_PROCDEF",
                    "NAME_ from ACT_RE_DECISION_DEF")) {
                assertThat(jdbc.sql("select distinct " + name)
                                .query(String.class)
                                .list())
                        .as(name)
                        .isNotEmpty()
                        .allSatisfy(russian -> assertThat(russian).matches(".*[а-яё].*"));
            }
            // A start translates what it deploys, and deploys it only when that differs.
            byte[] model = jdbc.sql("select BYTES_ from ACT_GE_BYTEARRAY where NAME_ = 'acquireClient.bpmn'")
                    .query(byte[].class)
                    .single();
            assertThat(new ModelTranslation(new Texts(Locale.forLanguageTag("ru")))
                            .translate("acquireClient.bpmn", model))
                    .isEqualTo(model);
            byte[] form = jdbc.sql("select BYTES_ from ACT_GE_BYTEARRAY where NAME_ = 'callCompany.form'")
                    .query(byte[].class)
                    .single();
            assertThat(new String(form, StandardCharsets.UTF_8))
                    .doesNotContain("Do you buy such goods now?")
                    .contains(new Texts(Locale.forLanguageTag("ru")).say("Do you buy such goods now?"));
        }
    }

    private void countsAreThoseOfThePack(JdbcClient jdbc) throws Exception {
        Properties about = new Properties();
        try (InputStream in = PACK.getInputStream();
                ZipInputStream entries = new ZipInputStream(in)) {
            entries.getNextEntry();
            about.load(entries);
        }
        List<String> counted = about.stringPropertyNames().stream()
                .filter(key -> key.startsWith("count."))
                .toList();
        assertThat(counted).hasSizeGreaterThan(5);
        for (String key : counted) {
            assertThat(number(jdbc, "select count(*) from " + key.replace("count.", "")))
                    .as(key)
                    .isEqualTo(Long.parseLong(about.getProperty(key)))
                    .isPositive();
        }
        assertThat(number(jdbc, "select count(*) from information_schema.indexes where index_name like 'ACT_IDX%'"))
                .isGreaterThan(100);
    }

    /** Nobody took anything at night or on a weekend, although between play and today clocks changed twice. */
    private void peopleWorkInTheirHours(JdbcClient jdbc, MonthsPack.Days days) {
        List<LocalDateTime> taken = jdbc
                .sql("select claimed from work where claimed is not null and completed")
                .query(OffsetDateTime.class)
                .list()
                .stream()
                .map(moment -> moment.atZoneSameInstant(COMPANY).toLocalDateTime())
                .toList();
        assertThat(taken).isNotEmpty().allSatisfy(moment -> {
            assertThat(moment.toLocalDate()).isBetween(days.first(), days.last());
            assertThat(moment.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
            assertThat(moment.toLocalTime()).isBetween(LocalTime.of(8, 0), LocalTime.of(22, 0));
        });
    }

    private void theEngineSaysTheSame(JdbcClient jdbc) {
        record Both(OffsetDateTime ours, LocalDateTime engine) {}
        assertThat(jdbc.sql("select w.ended as ours, t.END_TIME_ as engine from work w"
                                + " join ACT_HI_TASKINST t on t.ID_ = w.task where w.completed")
                        .query(Both.class)
                        .list())
                .isNotEmpty()
                .allSatisfy(both -> assertThat(both.ours().toInstant())
                        .isCloseTo(both.engine().atZone(MACHINE).toInstant(), within(1, ChronoUnit.SECONDS)));
    }

    private void textsAndMonthsMove(JdbcClient jdbc, MonthsPack.Days days) {
        assertThat(jdbc.sql("select TEXT_ from ACT_RU_VARIABLE where TEXT_ regexp '^20\\d\\d-\\d\\d-\\d\\dT'")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .allSatisfy(text ->
                        assertThat(OffsetDateTime.parse(text).toLocalDate()).isAfter(days.first()));
        assertThat(jdbc.sql("select max(month_begin) from channel_spend")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(days.last().withDayOfMonth(1));
    }

    private static long number(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
