package salesconveyor.work;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.engine.Staff;
import salesconveyor.people.Role;
import salesconveyor.people.WorkingTime;
import salesconveyor.shared.Texts;

/**
 * One letter a workday to each person who has something new or overdue: the own tasks by name, those of the roles by
 * number. Sent at {@code conveyor.notices.digest}, which is empty when nobody wants it.
 */
@Component
class Digest {
    private static final int LINES = 20;
    private static final Duration LATEST = Duration.ofHours(2);

    private record Own(
            String station, String process, @Nullable String companyNumber, boolean overdue) {}

    private record Waiting(String role, int open, int news, int overdue) {}

    private final Notices notices;
    private final Staff staff;
    private final WorkingTime workingTime;
    private final Texts texts;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final @Nullable LocalTime time;
    private @Nullable LocalDate done;

    Digest(
            Notices notices,
            Staff staff,
            WorkingTime workingTime,
            Texts texts,
            JdbcClient jdbc,
            Clock clock,
            @Value("${conveyor.notices.digest:08:30}") String time) {
        this.notices = notices;
        this.staff = staff;
        this.workingTime = workingTime;
        this.texts = texts;
        this.jdbc = jdbc;
        this.clock = clock;
        this.time = time.isBlank() ? null : LocalTime.parse(time);
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    @Transactional
    public void round() {
        ZonedDateTime now = ZonedDateTime.now(clock);
        LocalDate today = now.toLocalDate();
        if (time != null && !today.equals(done) && isWorkday(today) && isDue(time, now.toLocalTime())) {
            send(now, since(now));
            done = today;
        }
    }

    /** Started later in the day: who is at work knows. */
    static boolean isDue(LocalTime time, LocalTime now) {
        Duration past = Duration.between(time, now);
        return !past.isNegative() && past.compareTo(LATEST) < 0;
    }

    private void send(ZonedDateTime now, OffsetDateTime since) {
        List<Waiting> waiting = waiting(now.toOffsetDateTime(), since);
        for (Staff.Person person : staff.all()) {
            if (!person.email().isBlank() && !person.groups().isEmpty()) {
                List<Own> own = own(person.login(), now.toOffsetDateTime(), since);
                List<Waiting> roles = waiting.stream()
                        .filter(role -> person.groups().contains(role.role()))
                        .toList();
                if (!own.isEmpty() || !roles.isEmpty()) {
                    notices.post(
                            "digest-" + now.toLocalDate() + "-" + person.login(),
                            person.email(),
                            texts.say("Your tasks: what is new and what is overdue"),
                            text(own, roles));
                }
            }
        }
    }

    private String text(List<Own> own, List<Waiting> roles) {
        List<String> lines = new ArrayList<>();
        add(
                lines,
                texts.say("Your overdue tasks:"),
                own.stream().filter(Own::overdue).toList());
        add(
                lines,
                texts.say("New for you:"),
                own.stream().filter(task -> !task.overdue()).toList());
        for (Waiting role : roles) {
            String title = Role.of(role.role()).map(Role::title).orElse(role.role());
            lines.add(texts.say(
                    "{0}: {1} tasks wait, {2} of them new, {3} overdue.",
                    texts.say(title), role.open(), role.news(), role.overdue()));
        }
        return String.join("\n", lines);
    }

    private void add(List<String> lines, String head, List<Own> tasks) {
        if (tasks.isEmpty()) {
            return;
        }
        lines.add(head);
        tasks.stream().limit(LINES).forEach(task -> {
            String company = notices.company(task.companyNumber());
            lines.add("- " + notices.task(task.process(), task.station()) + (company.isEmpty() ? "" : ", " + company));
        });
        if (tasks.size() > LINES) {
            lines.add(texts.say("and {0} more", tasks.size() - LINES));
        }
        lines.add("");
    }

    private List<Own> own(String person, OffsetDateTime now, OffsetDateTime since) {
        return jdbc.sql(
                        "select station, process, company_number, case when due < :now then true else false end as overdue"
                                + " from work where worker = :person and ended is null"
                                + " and (due < :now or not taken and claimed > :since) order by due, id")
                .param("person", person)
                .param("now", now)
                .param("since", since)
                .query(Own.class)
                .list();
    }

    /** What waits for each role, if something of it is new or overdue. */
    private List<Waiting> waiting(OffsetDateTime now, OffsetDateTime since) {
        return jdbc.sql(
                        "select queue as role, count(*) as open, sum(case when offered > :since then 1 else 0 end) as news,"
                                + " sum(case when due < :now then 1 else 0 end) as overdue from work where queue is not null"
                                + " and ended is null group by queue having sum(case when offered > :since or due < :now"
                                + " then 1 else 0 end) > 0 order by queue")
                .param("now", now)
                .param("since", since)
                .query(Waiting.class)
                .list();
    }

    /** The digest of the last workday. */
    private OffsetDateTime since(ZonedDateTime now) {
        ZonedDateTime last = now.minusDays(1);
        for (int days = 0; days < 30 && !isWorkday(last.toLocalDate()); days++) {
            last = last.minusDays(1);
        }
        return last.toOffsetDateTime();
    }

    private boolean isWorkday(LocalDate day) {
        return workingTime
                .opening(day.atStartOfDay(clock.getZone()))
                .toLocalDate()
                .equals(day);
    }
}
