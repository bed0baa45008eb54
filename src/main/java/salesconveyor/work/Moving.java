package salesconveyor.work;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.engine.OwnedTasks;
import salesconveyor.work.Moves.Reason;

/** Moves open tasks between people and their groups, and keeps who did it and why. */
@Component
@Transactional
public class Moving {
    private record Held(@Nullable String worker, @Nullable String promisedBy) {}

    private final OwnedTasks tasks;
    private final Moves moves;
    private final JdbcClient jdbc;

    Moving(OwnedTasks tasks, Moves moves, JdbcClient jdbc) {
        this.tasks = tasks;
        this.moves = moves;
        this.jdbc = jdbc;
    }

    /**
     * Moves a task; whoever decides that has judged whether the receiver may do it.
     *
     * @param from whose it must still be; nobody when it must still wait for its group
     * @param to nobody: back to the group
     * @param by who moves it; nobody when the program does it by its rules
     * @return false when it is not that person's any more, or has ended
     */
    public boolean move(String task, @Nullable String from, @Nullable String to, Reason reason, @Nullable String by) {
        Held held = held(task);
        if (held == null || !Objects.equals(held.worker(), from)) {
            return false;
        }
        if (to != null && held.promisedBy() != null) {
            promise(task, to);
        }
        tasks.give(task, to);
        moves.add(task, from, to, reason, by);
        return true;
    }

    /**
     * Hands on a promised call that nobody has taken.
     *
     * @param from whose promise it must still be; nobody when it must still be the group's
     * @param to nobody: whoever of the group comes first
     * @return false when it is not that person's any more, somebody has taken the call, or it has ended
     */
    public boolean movePromise(String task, @Nullable String from, @Nullable String to, Reason reason) {
        Held held = held(task);
        if (held == null || held.worker() != null || !Objects.equals(held.promisedBy(), from)) {
            return false;
        }
        promise(task, to);
        moves.add(task, from, to, reason, null);
        return true;
    }

    private @Nullable Held held(String task) {
        return jdbc.sql(
                        "select worker, promised_by as promisedBy from work where task = ? and ended is null for update")
                .param(task)
                .query(Held.class)
                .optional()
                .orElse(null);
    }

    /** Somebody else keeps the promise to call; nobody: whoever of the group comes first. */
    public void promise(String task, @Nullable String caller) {
        tasks.promise(task, caller);
        jdbc.sql("update work set promised_by = ? where task = ?")
                .params(caller, task)
                .update();
    }
}
