package salesconveyor.engine;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Filters of Tasklist in the engine's own tables. None asks for a variable: each would be a join for every glance. */
@Component
public class TaskFilters {
    /** Which tasks a filter shows; of all the engine shows only those that a person may see. */
    public enum Shown {
        /** What I have taken or was given. */
        OWN,
        /** What I promised to do myself, whether I have taken it or not. */
        PROMISED,
        /** What is free for any of my groups. */
        FREE,
        /** What is free for one group. */
        QUEUE,
        /** Mine or free for any of my groups, and past its due date. */
        OVERDUE,
        /** Past its due date, whoever has it. */
        ALL_OVERDUE
    }

    /**
     * @param order in the list, lowest first
     * @param group of a {@link Shown#QUEUE}
     */
    public record Wish(
            String name,
            String description,
            int order,
            Shown shown,
            @Nullable String group) {}

    private static final String ME = "${currentUser()}";
    private static final String MY_GROUPS = "${currentUserGroups()}";

    private final FilterService filters;
    private final TaskService tasks;

    TaskFilters(FilterService filters, TaskService tasks) {
        this.filters = filters;
        this.tasks = tasks;
    }

    /** Makes a filter, or makes this one anew. @return its id */
    public String make(Wish wish, @Nullable String id) {
        Filter filter = id == null ? filters.newTaskFilter(wish.name()) : filters.getFilter(id);
        filter.setName(wish.name());
        filter.setProperties(Map.of("description", wish.description(), "priority", wish.order(), "refresh", true));
        filter.setQuery(query(wish));
        return filters.saveFilter(filter).getId();
    }

    /** By its name, the way filters were known before they were remembered. */
    public Optional<String> named(String name) {
        return filters.createTaskFilterQuery().filterName(name).list().stream()
                .findFirst()
                .map(Filter::getId);
    }

    /** A fingerprint of the filter as it is now; nothing when there is none any more. */
    public Optional<String> state(String id) {
        Filter filter = filters.getFilter(id);
        return Optional.ofNullable(filter).map(found -> {
            String all =
                    found.getName() + new TreeMap<>(found.getProperties()) + ((FilterEntity) found).getQueryInternal();
            return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
        });
    }

    private TaskQuery query(Wish wish) {
        TaskQuery query = tasks.createTaskQuery();
        return switch (wish.shown()) {
            case OWN -> query.taskAssigneeExpression(ME);
            case PROMISED -> query.taskOwnerExpression(ME);
            case FREE -> query.taskCandidateGroupInExpression(MY_GROUPS).taskUnassigned();
            case QUEUE -> query.taskCandidateGroup(wish.group()).taskUnassigned();
            case OVERDUE ->
                query.or()
                        .taskAssigneeExpression(ME)
                        .taskCandidateGroupInExpression(MY_GROUPS)
                        .endOr()
                        .dueBeforeExpression("${now()}");
            case ALL_OVERDUE -> query.dueBeforeExpression("${now()}");
        };
    }
}
