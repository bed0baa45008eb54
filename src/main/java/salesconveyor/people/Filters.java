package salesconveyor.people;

import static salesconveyor.engine.TaskFilters.Shown.ALL_OVERDUE;
import static salesconveyor.engine.TaskFilters.Shown.FREE;
import static salesconveyor.engine.TaskFilters.Shown.OVERDUE;
import static salesconveyor.engine.TaskFilters.Shown.OWN;
import static salesconveyor.engine.TaskFilters.Shown.PROMISED;
import static salesconveyor.engine.TaskFilters.Shown.QUEUE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.engine.Identities;
import salesconveyor.engine.TaskFilters;
import salesconveyor.engine.TaskFilters.Wish;
import salesconveyor.shared.Texts;

/**
 * The filters of Tasklist for each role, made once. A start makes what is missing and makes anew what we shipped
 * differently meanwhile; what an administrator changed or deleted stays as he left it.
 */
@Component
@Transactional
class Filters {
    /** A filter and who reads it. */
    record Shelf(String key, Wish wish, List<Role> readers) {}

    private record Made(String filterId, String made) {}

    /** Whose tasks come from the conveyor; process owners and administrators look at it from outside. */
    private static final List<Role> STATIONS = Arrays.stream(Role.values())
            .filter(role -> role != Role.PROCESS_OWNERS && role != Role.ADMINISTRATORS)
            .toList();

    private final TaskFilters filters;
    private final Identities identities;
    private final Texts texts;
    private final JdbcClient jdbc;

    Filters(TaskFilters filters, Identities identities, Texts texts, JdbcClient jdbc) {
        this.filters = filters;
        this.identities = identities;
        this.texts = texts;
        this.jdbc = jdbc;
    }

    void make() {
        shelves().forEach(this::make);
    }

    /** A fingerprint of a filter as it is now. */
    String state(String filter) {
        return filters.state(filter).orElseThrow();
    }

    List<Shelf> shelves() {
        List<Role> all = List.of(Role.values());
        List<Shelf> shelves = new ArrayList<>();
        shelves.add(shelf("own", texts.say("My tasks"), texts.say("What I have taken"), 0, OWN, all));
        shelves.add(shelf(
                "callbacks",
                texts.say("My callbacks"),
                texts.say("Calls that I promised and that are due now"),
                1,
                PROMISED,
                List.of(Role.CALLERS)));
        shelves.add(shelf(
                "overdue",
                texts.say("Overdue"),
                texts.say("Mine or free for my role, and past its due date"),
                2,
                OVERDUE,
                STATIONS));
        shelves.add(shelf("free", texts.say("Waiting for my role"), texts.say("What I can take"), 3, FREE, all));
        for (Role role : STATIONS) {
            shelves.add(new Shelf(
                    "queue-" + role.group(),
                    new Wish(
                            texts.say("Queue: {0}", texts.say(role.title())),
                            texts.say("What is free for this role alone"),
                            10 + role.ordinal(),
                            QUEUE,
                            role.group()),
                    List.of(role)));
        }
        shelves.add(shelf(
                "all-overdue",
                texts.say("Overdue everywhere"),
                texts.say("All tasks past their due date that you may see, whoever has them"),
                30,
                ALL_OVERDUE,
                List.of(Role.HEADS, Role.ADMINISTRATORS)));
        return shelves;
    }

    private static Shelf shelf(
            String key, String name, String description, int order, TaskFilters.Shown shown, List<Role> readers) {
        return new Shelf(key, new Wish(name, description, order, shown, null), readers);
    }

    private void make(Shelf shelf) {
        Optional<Made> made = jdbc.sql("select filter_id, made from task_filter where filter_key = ?")
                .param(shelf.key())
                .query(Made.class)
                .optional();
        if (made.isEmpty()) {
            // A filter of this name is from a version that did not remember them.
            String id = filters.make(
                    shelf.wish(), filters.named(shelf.wish().name()).orElse(null));
            jdbc.sql("insert into task_filter (filter_key, filter_id, made) values (?, ?, ?)")
                    .params(shelf.key(), id, filters.state(id).orElseThrow())
                    .update();
            shelf.readers().forEach(reader -> identities.grant(reader.group(), "FILTER", id, List.of("READ")));
        } else if (filters.state(made.get().filterId())
                .filter(made.get().made()::equals)
                .isPresent()) {
            String id = filters.make(shelf.wish(), made.get().filterId());
            jdbc.sql("update task_filter set made = ? where filter_key = ?")
                    .params(filters.state(id).orElseThrow(), shelf.key())
                    .update();
        }
    }
}
