package salesconveyor.work;

import static java.util.Comparator.comparing;
import static java.util.Comparator.nullsLast;
import static java.util.Comparator.reverseOrder;

import java.time.OffsetDateTime;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Which task a person does next. First what is begun: nobody is served by two halves. Then calls promised for now, own
 * before others'. Then what is overdue, the longest first. Then by priority; of equal ones the station of the last task
 * before another, for switching is what the conveyor removes; then the case's worth; then age. Last what was begun and
 * left for another task.
 */
class TaskOrder implements Comparator<OpenTask> {
    private enum Turn {
        BEGUN,
        PROMISED,
        OVERDUE,
        USUAL,
        PARKED
    }

    private final String person;
    private final OffsetDateTime now;
    private final Comparator<OpenTask> order;

    /** @param station of the person's last task; nothing for a first day */
    TaskOrder(String person, @Nullable String station, OffsetDateTime now) {
        this.person = person;
        this.now = now;
        Comparator<OpenTask> usual = comparing(OpenTask::priority, reverseOrder())
                .thenComparing(task -> !task.station().equals(station))
                .thenComparing(OpenTask::worth, reverseOrder())
                .thenComparing(OpenTask::offered);
        this.order = comparing(this::turn)
                .thenComparing((one, other) -> switch (turn(one)) {
                    case BEGUN ->
                        comparing(OpenTask::touched, nullsLast(reverseOrder())).compare(one, other);
                    case PROMISED ->
                        comparing((OpenTask task) -> !person.equals(task.promisedBy()))
                                .thenComparing(OpenTask::promised, nullsLast(Comparator.naturalOrder()))
                                .compare(one, other);
                    case OVERDUE ->
                        comparing(OpenTask::due, nullsLast(Comparator.naturalOrder()))
                                .compare(one, other);
                    case USUAL -> usual.compare(one, other);
                    case PARKED ->
                        comparing(OpenTask::touched, nullsLast(Comparator.naturalOrder()))
                                .compare(one, other);
                })
                .thenComparing(usual)
                .thenComparing(OpenTask::id);
    }

    @Override
    public int compare(OpenTask one, OpenTask other) {
        return order.compare(one, other);
    }

    private Turn turn(OpenTask task) {
        boolean begun = person.equals(task.worker()) && task.touched() != null;
        if (begun) {
            return task.parked() ? Turn.PARKED : Turn.BEGUN;
        }
        if (isOver(task.promised())) {
            return Turn.PROMISED;
        }
        return isOver(task.due()) ? Turn.OVERDUE : Turn.USUAL;
    }

    private boolean isOver(@Nullable OffsetDateTime time) {
        return time != null && !time.isAfter(now);
    }
}
