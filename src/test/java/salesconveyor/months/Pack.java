package salesconveyor.months;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Packs a played database for the demo profile: a file of H2 with all tables empty and what was played in a schema of
 * its own, the indexes and constraints of the tables that will be filled, and how much there must be afterwards. See
 * {@code salesconveyor.demo}.
 */
class Pack {
    /** Who plays only here: all others are made at every start. */
    private static final String OURS = "('researcher2', 'caller2', 'manager2')";

    private static final Pattern TABLE = Pattern.compile("\"PUBLIC\"\\.\"(\\w+)\"");

    private static final Pattern RULE = Pattern.compile(
            "^(CREATE (UNIQUE )?(NULLS \\w+ (NOT )?DISTINCT )?INDEX|ALTER TABLE \"PUBLIC\").*", Pattern.DOTALL);

    private static final List<String> COUNTED =
            List.of("opportunity", "work", "proposal", "purchase_order", "invoice", "shipment", "bank_entry", "survey");

    private final Connection played;
    private final LocalDate firstDay;
    private final LocalDate lastDay;
    private final ZoneId zone;

    Pack(Connection played, LocalDate firstDay, LocalDate lastDay, ZoneId zone) {
        this.played = played;
        this.firstDay = firstDay;
        this.lastDay = lastDay;
        this.zone = zone;
    }

    /** Takes away what no page asks for, and what each start makes anew in its own language. */
    void thinOut() throws SQLException {
        for (String sql : List.of(
                "delete from mail_attachment",
                "update invoice set paper = null",
                "update proposal set paper = null",
                "delete from ACT_RU_METER_LOG",
                "delete from ACT_RU_TASK_METER_LOG",
                "delete from ACT_HI_DETAIL",
                "delete from ACT_HI_JOB_LOG",
                "delete from ACT_HI_OP_LOG",
                "delete from ACT_HI_IDENTITYLINK",
                "delete from ACT_HI_DEC_OUT",
                "delete from ACT_HI_DEC_IN",
                "delete from ACT_HI_DECINST",
                "delete from ACT_HI_VARINST where PROC_INST_ID_ in"
                        + " (select PROC_INST_ID_ from ACT_HI_PROCINST where END_TIME_ is not null)",
                "delete from ACT_GE_BYTEARRAY b where DEPLOYMENT_ID_ is null"
                        + " and not exists (select 1 from ACT_HI_VARINST v where v.BYTEARRAY_ID_ = b.ID_)"
                        + " and not exists (select 1 from ACT_RU_VARIABLE v where v.BYTEARRAY_ID_ = b.ID_)"
                        + " and not exists (select 1 from ACT_RU_JOB j where j.EXCEPTION_STACK_ID_ = b.ID_)"
                        + " and not exists (select 1 from ACT_RU_BATCH j where j.CONFIGURATION_ = b.ID_)",
                "delete from ACT_RU_FILTER",
                "delete from task_filter",
                "delete from ACT_RU_AUTHORIZATION where RESOURCE_TYPE_ in (1, 2, 5)"
                        + " and (USER_ID_ is null or USER_ID_ not in " + OURS + ")",
                // 19 is a task of the past, of cases that have ended.
                "delete from ACT_RU_AUTHORIZATION where RESOURCE_TYPE_ = 19 and REMOVAL_TIME_ is not null",
                "delete from ACT_ID_MEMBERSHIP where USER_ID_ not in " + OURS,
                "delete from ACT_ID_USER where ID_ not in " + OURS)) {
            run(played, sql);
        }
    }

    void script(Path file) throws SQLException {
        run(played, "script nopasswords nosettings to '" + file + "' compression gzip");
    }

    void write(Path zip) throws SQLException, IOException {
        Path folder = Files.createTempDirectory("months");
        StringBuilder later = new StringBuilder();
        StringBuilder views = new StringBuilder();
        Set<String> filled = filled();
        try (Connection file = DriverManager.getConnection(
                        "jdbc:h2:file:" + folder.resolve("months") + ";CASE_INSENSITIVE_IDENTIFIERS=TRUE", "sa", "");
                Statement read = played.createStatement();
                Statement write = file.createStatement();
                ResultSet lines = read.executeQuery("script nopasswords nosettings")) {
            while (lines.next()) {
                // What was played in memory is to be kept with its indexes: H2 would build them anew at each start.
                String line = lines.getString(1).replaceFirst("^CREATE MEMORY TABLE", "CREATE CACHED TABLE");
                boolean ofFilled = TABLE.matcher(line).results().anyMatch(table -> filled.contains(table.group(1)));
                if (ofFilled && RULE.matcher(line).matches()) {
                    later.append(line).append('\n');
                } else if (line.startsWith("CREATE FORCE VIEW")) {
                    views.append(line.replaceFirst("FORCE ", "")).append('\n');
                } else if (!line.startsWith("CREATE USER")) {
                    write.execute(line);
                }
            }
            write.execute("create schema PLAYED");
            for (String table : filled) {
                write.execute("create table PLAYED.\"%s\" as select * from PUBLIC.\"%s\"".formatted(table, table));
                write.execute("truncate table PUBLIC.\"" + table + "\"");
            }
            write.execute("shutdown compact");
        }
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("about.properties", about().getBytes(StandardCharsets.ISO_8859_1));
        entries.put("indexes.sql", later.append(views).toString().getBytes(StandardCharsets.UTF_8));
        entries.put("months.mv.db", Files.readAllBytes(folder.resolve("months.mv.db")));
        Files.createDirectories(zip.getParent());
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream packed = new ZipOutputStream(out)) {
            packed.setLevel(Deflater.BEST_COMPRESSION);
            for (var entry : entries.entrySet()) {
                packed.putNextEntry(new ZipEntry(entry.getKey()));
                packed.write(entry.getValue());
            }
        }
        System.out.println("Packed " + Files.size(zip) + " bytes of " + entries.get("months.mv.db").length);
    }

    private Set<String> filled() throws SQLException {
        Set<String> filled = new TreeSet<>();
        try (Statement read = played.createStatement();
                ResultSet tables = read.executeQuery("select table_name from information_schema.tables"
                        + " where table_schema = 'PUBLIC' and table_type = 'BASE TABLE'")) {
            while (tables.next()) {
                filled.add(tables.getString(1));
            }
        }
        for (String table : List.copyOf(filled)) {
            if (count(table) == 0) {
                filled.remove(table);
            }
        }
        return filled;
    }

    private long count(String table) throws SQLException {
        try (Statement ask = played.createStatement();
                ResultSet count = ask.executeQuery("select count(*) from \"" + table + "\"")) {
            count.next();
            return count.getLong(1);
        }
    }

    private String about() throws SQLException {
        List<String> about = new ArrayList<>(List.of("firstDay=" + firstDay, "lastDay=" + lastDay, "zone=" + zone));
        for (String table : COUNTED) {
            about.add("count." + table + "=" + count(table.toUpperCase(Locale.ROOT)));
        }
        return String.join("\n", about) + "\n";
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
