package salesconveyor.work;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.engine.TaskWatch;

/**
 * What people have typed into the forms of their tasks and not completed: each finds it again at another desk. A draft
 * is read and written by the owner of the task alone, stays his when the task is given back, and ends with the task. Whoever writes one is at work on the task.
 */
@Component
@Transactional
public class Drafts implements TaskWatch {
    private final JdbcClient jdbc;
    private final WorkLog work;
    private final Clock clock;

    Drafts(JdbcClient jdbc, WorkLog work, Clock clock) {
        this.jdbc = jdbc;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Takes the place of what was kept before.
     *
     * @return false when the task is not this person's, or not any more: then nothing is kept
     */
    public boolean keep(String task, String person, String form) {
        if (!owns(task, person)) {
            return false;
        }
        work.touched(task);
        int known = jdbc.sql("update task_draft set form = ?, kept = ? where task = ? and author = ?")
                .params(form, OffsetDateTime.now(clock), task, person)
                .update();
        if (known == 0) {
            jdbc.sql("insert into task_draft (task, author, form, kept) values (?, ?, ?, ?)")
                    .params(task, person, form, OffsetDateTime.now(clock))
                    .update();
        }
        return true;
    }

    public Optional<String> of(String task, String person) {
        return jdbc.sql("select form from task_draft d where task = ? and author = ? and exists (select 1 from work w"
                        + " where w.task = d.task and w.worker = d.author and w.ended is null)")
                .params(task, person)
                .query(String.class)
                .optional();
    }

    public void forget(String task, String person) {
        jdbc.sql("delete from task_draft where task = ? and author = ?")
                .params(task, person)
                .update();
    }

    @Override
    public void changed(Change change) {
        if (change.event().equals("complete") || change.event().equals("delete")) {
            // After the lock: a draft that is on its way is kept before, and deleted too, or comes too late to be kept.
            jdbc.sql("select worker from work where task = ? for update")
                    .param(change.task())
                    .query()
                    .listOfRows();
            jdbc.sql("delete from task_draft where task = ?")
                    .param(change.task())
                    .update();
        }
    }

    /** Holds the task in its owner's hands until the draft is kept. */
    private boolean owns(String task, String person) {
        return jdbc.sql("select worker from work where task = ? and worker = ? and ended is null for update")
                .params(task, person)
                .query(String.class)
                .optional()
                .isPresent();
    }
}
