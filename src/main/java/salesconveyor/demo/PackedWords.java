package salesconveyor.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import salesconveyor.engine.ModelTranslation;
import salesconveyor.shared.Texts;

/**
 * The months were played in English. In an installation of another language their models, and the names that the engine
 * keeps of their steps, are put into it, so that a case that runs reads as one that begins today.
 */
class PackedWords {
    /** Where the engine keeps words of a model. */
    private static final Set<String> NAMES = Set.of(
            "ACT_RE_PROCDEF.NAME_",
            "ACT_RE_DECISION_DEF.NAME_",
            "ACT_RU_TASK.NAME_",
            "ACT_RU_TASK.DESCRIPTION_",
            "ACT_HI_TASKINST.NAME_",
            "ACT_HI_TASKINST.DESCRIPTION_",
            "ACT_HI_ACTINST.ACT_NAME_");

    private final Texts texts;

    PackedWords(Texts texts) {
        this.texts = texts;
    }

    /** Before the tables are copied: which words there are, each with its translation. */
    void collect(Statement statement) throws SQLException {
        if (texts.isEnglish()) {
            return;
        }
        statement.execute("create local temporary table WORDS (ENGLISH varchar primary key, SAID varchar)");
        Set<String> found = new TreeSet<>();
        for (String name : NAMES) {
            String[] parts = name.split("\\.");
            try (ResultSet rows = statement.executeQuery(
                    "select distinct %s from PLAYED.%s where %1$s is not null".formatted(parts[1], parts[0]))) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
        }
        try (PreparedStatement insert = statement.getConnection().prepareStatement("insert into WORDS values (?, ?)")) {
            for (String english : found) {
                insert.setString(1, english);
                insert.setString(2, texts.say(english));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** @param column by its table, like {@code ACT_RU_TASK.NAME_} */
    boolean isName(String column) {
        return !texts.isEnglish() && NAMES.contains(column);
    }

    /** What is copied instead of the column. */
    String said(String quoted) {
        return "coalesce((select SAID from WORDS where ENGLISH = %1$s), %1$s)".formatted(quoted);
    }

    /** Afterwards the models, decisions and forms themselves, as if they had been deployed here. */
    void deployed(Connection connection) throws SQLException {
        if (texts.isEnglish()) {
            return;
        }
        // The indexes that come next may be called as its key is.
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop table WORDS");
        }
        var translation = new ModelTranslation(texts);
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "select ID_, NAME_, BYTES_ from PUBLIC.ACT_GE_BYTEARRAY where DEPLOYMENT_ID_ is not null");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                files.put(rows.getString(1), translation.translate(rows.getString(2), rows.getBytes(3)));
            }
        }
        try (PreparedStatement update =
                connection.prepareStatement("update PUBLIC.ACT_GE_BYTEARRAY set BYTES_ = ? where ID_ = ?")) {
            for (var file : files.entrySet()) {
                update.setBytes(1, file.getValue());
                update.setString(2, file.getKey());
                update.addBatch();
            }
            update.executeBatch();
        }
    }
}
