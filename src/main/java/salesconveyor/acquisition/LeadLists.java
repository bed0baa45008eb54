package salesconveyor.acquisition;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.acquisition.LeadList.ListColumn;
import salesconveyor.acquisition.list.Column;
import salesconveyor.engine.Upload;
import salesconveyor.shared.Numbering;

/** The lists that were handed in, with their files as long as they are needed. */
@Repository
@Transactional
class LeadLists {
    private static final int PART = 1_000_000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Numbering numbering;

    LeadLists(JdbcClient jdbc, Clock clock, Numbering numbering) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.numbering = numbering;
    }

    /** @return the number of the new list, like {@code LIST-2026-000001} */
    String add(
            String channel,
            @Nullable String show,
            String source,
            @Nullable String script,
            Upload file,
            @Nullable String by) {
        String number = numbering.ofYear("LIST");
        jdbc.sql("insert into lead_list (number, channel, show_name, source, call_script, file_name, uploaded,"
                        + " uploaded_by) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(number, channel, show, source, script, file.name())
                .params(OffsetDateTime.now(clock), by)
                .update();
        keep(number, file.content());
        return number;
    }

    LeadList get(String number) {
        return find(number).orElseThrow(() -> new IllegalArgumentException("No list " + number));
    }

    Optional<LeadList> find(String number) {
        return jdbc.sql("select number, channel, show_name, source, call_script, file_name, uploaded_by, mapping_rounds"
                        + " from lead_list where number = ?")
                .param(number)
                .query(LeadList.class)
                .optional();
    }

    /** In pieces, because a database takes no large value as a whole. */
    private void keep(String number, byte[] content) {
        for (int part = 0; part * PART < content.length; part++) {
            jdbc.sql("insert into lead_list_part (list_number, part, content) values (?, ?, ?)")
                    .params(
                            number,
                            part,
                            Arrays.copyOfRange(content, part * PART, Math.min(content.length, (part + 1) * PART)))
                    .update();
        }
    }

    byte[] content(String number) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        jdbc.sql("select content from lead_list_part where list_number = ? order by part")
                .param(number)
                .query(row -> {
                    content.writeBytes(row.getBytes("content"));
                });
        return content.toByteArray();
    }

    /** The last row that was put onto the belt; 0 before the first. */
    long startedTo(String number) {
        return jdbc.sql("select started_to from lead_list where number = ?")
                .param(number)
                .query(Long.class)
                .single();
    }

    void startedTo(String number, long row) {
        jdbc.sql("update lead_list set started_to = ? where number = ?")
                .params(row, number)
                .update();
    }

    List<ListColumn> columns(String number) {
        return jdbc.sql("select place, title, holds from lead_list_column where list_number = ? order by place")
                .param(number)
                .query((row, n) -> {
                    String holds = row.getString("holds");
                    return new ListColumn(
                            row.getInt("place"), row.getString("title"), holds == null ? null : Column.valueOf(holds));
                })
                .list();
    }

    void addColumns(String number, List<ListColumn> columns) {
        columns.forEach(column -> jdbc.sql(
                        "insert into lead_list_column (list_number, place, title, holds) values (?, ?, ?, ?)")
                .params(number, column.place(), column.title(), key(column.holds()))
                .update());
    }

    /** The columns were given other meanings, so that the file is to be read anew. */
    void remap(String number, List<ListColumn> columns) {
        columns.forEach(column -> jdbc.sql("update lead_list_column set holds = ? where list_number = ? and place = ?")
                .params(key(column.holds()), number, column.place())
                .update());
        jdbc.sql("update lead_list set mapping_rounds = mapping_rounds + 1 where number = ?")
                .param(number)
                .update();
    }

    /** The import is over: how it ended stays, the file goes. */
    void end(String number, String result) {
        jdbc.sql("update lead_list set result = ?, ended = ? where number = ? and ended is null")
                .params(result, OffsetDateTime.now(clock), number)
                .update();
        jdbc.sql("delete from lead_list_part where list_number = ?")
                .param(number)
                .update();
        jdbc.sql("delete from lead_list_key where list_number = ?")
                .param(number)
                .update();
    }

    private static @Nullable String key(@Nullable Column column) {
        return column == null ? null : column.name();
    }
}
