package salesconveyor.work;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.shared.Texts;

/** A task is past its due date: whoever has it, else the people of its role, hear of it at once, each once for it. */
@Component
class LateNotice {
    private record Late(
            long id,
            String station,
            String process,
            @Nullable String role,
            @Nullable String companyNumber,
            @Nullable String worker) {}

    /** So many in one transaction; the next round tells the others. */
    private static final int ROUND = 500;

    /** So many lines stand in one letter. */
    private static final int LINES = 20;

    private final Notices notices;
    private final Texts texts;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final boolean atOnce;

    LateNotice(
            Notices notices,
            Texts texts,
            JdbcClient jdbc,
            Clock clock,
            @Value("${conveyor.notices.at-once:true}") boolean atOnce) {
        this.notices = notices;
        this.texts = texts;
        this.jdbc = jdbc;
        this.clock = clock;
        this.atOnce = atOnce;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    @Transactional
    public void round() {
        OffsetDateTime now = OffsetDateTime.now(clock);
        // Of a promised call its caller has been told; when the hold is over everybody is.
        List<Long> found = jdbc.sql("select id from work where not late_told and due <= :now and ended is null"
                        + " and (held_until is null or held_until <= :now) order by due fetch first " + ROUND
                        + " rows only")
                .param("now", now)
                .query(Long.class)
                .list();
        Map<String, List<String>> letters = new TreeMap<>();
        for (long id : found) {
            if (mark(id) && atOnce) {
                Late late = read(id);
                String line = line(late);
                notices.addresses(late.worker(), late.role())
                        .forEach(address -> letters.computeIfAbsent(address, any -> new ArrayList<>())
                                .add(line));
            }
        }
        letters.forEach((address, lines) -> notices.post(
                "overdue-" + found.get(0) + "-" + now.toInstant().toEpochMilli(),
                address,
                texts.say("Overdue: {0}", lines.size() == 1 ? lines.get(0) : texts.say("{0} tasks", lines.size())),
                texts.say("These tasks are past their due date:") + "\n" + listed(lines)));
    }

    /** @return false when another node has told it */
    private boolean mark(long id) {
        return jdbc.sql("update work set late_told = true where id = ? and not late_told")
                        .param(id)
                        .update()
                == 1;
    }

    private Late read(long id) {
        return jdbc.sql("select id, station, process, role, company_number, worker from work where id = ?")
                .param(id)
                .query(Late.class)
                .single();
    }

    private String line(Late late) {
        String company = notices.company(late.companyNumber());
        return notices.task(late.process(), late.station()) + (company.isEmpty() ? "" : ", " + company);
    }

    private String listed(List<String> lines) {
        String first = String.join("\n", lines.subList(0, Math.min(LINES, lines.size())));
        return lines.size() <= LINES ? first : first + "\n" + texts.say("and {0} more", lines.size() - LINES);
    }
}
