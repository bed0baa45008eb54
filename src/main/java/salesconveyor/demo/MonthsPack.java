package salesconveyor.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.springframework.core.io.Resource;
import org.springframework.util.FileSystemUtils;
import salesconveyor.shared.Texts;

/**
 * The played months as they are shipped: a database file of H2 with empty tables and what was played in a schema of its
 * own, the statements that make indexes and constraints of what is filled, and what is known of it. {@code mvn -Pmonths
 * test} writes it.
 */
class MonthsPack {
    static final String USER = "sa";
    private static final String ABOUT = "about.properties";
    private static final String INDEXES = "indexes.sql";
    private static final String NAME = "months";

    /** The first and the last day, as moved. */
    record Days(LocalDate first, LocalDate last) {}

    private final Resource zip;

    MonthsPack(Resource zip) {
        this.zip = zip;
    }

    /**
     * Makes the database, moved by whole weeks so that it ends before today: weekdays stay what they were. It comes to
     * its place as a whole, or not at all.
     *
     * @param clock today, and the zone of the company
     * @param engine the zone in which the engine writes its times: the machine's
     * @param texts in the language of the installation
     */
    Days unpack(Path database, Clock clock, ZoneId engine, Texts texts) throws IOException, SQLException {
        Path place = database.toAbsolutePath();
        Files.createDirectories(place.getParent());
        Path folder = Files.createTempDirectory(place.getParent(), NAME);
        try {
            files(folder);
            Properties about = about(folder);
            LocalDate played = LocalDate.parse(about.getProperty("lastDay"));
            LocalDate yesterday = LocalDate.now(clock).minusDays(1);
            long days = 7 * Math.floorDiv(ChronoUnit.DAYS.between(played, yesterday), 7L);
            var times = new MovedTimes(
                    ZoneId.of(about.getProperty("zone")),
                    clock.getZone(),
                    engine,
                    played,
                    played.plusDays(days),
                    new PackedWords(texts));
            try (Connection connection = open(folder)) {
                times.move(connection);
                run(
                        connection,
                        List.of(
                                "runscript from '" + folder.resolve(INDEXES) + "'",
                                "set retention_time 45000",
                                "shutdown"));
            }
            Files.move(folder.resolve(NAME + ".mv.db"), place, StandardCopyOption.ATOMIC_MOVE);
            return new Days(LocalDate.parse(about.getProperty("firstDay")).plusDays(days), played.plusDays(days));
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private void files(Path folder) throws IOException {
        try (InputStream in = zip.getInputStream();
                ZipInputStream entries = new ZipInputStream(in)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Files.copy(entries, folder.resolve(Path.of(entry.getName()).getFileName()));
            }
        }
    }

    private static Properties about(Path folder) throws IOException {
        Properties about = new Properties();
        try (InputStream in = Files.newInputStream(folder.resolve(ABOUT))) {
            about.load(in);
        }
        return about;
    }

    /** What is overwritten meanwhile is not retained, as H2 does for a while: the file is half as large. */
    private static Connection open(Path folder) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:h2:file:" + folder.resolve(NAME) + ";CASE_INSENSITIVE_IDENTIFIERS=TRUE;RETENTION_TIME=0",
                USER,
                "");
    }

    private static void run(Connection connection, List<String> all) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : all) {
                statement.execute(sql);
            }
        }
    }
}
