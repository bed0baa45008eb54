package salesconveyor.economics.web;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.MultiValueMap;
import salesconveyor.economics.StaffPlan;
import salesconveyor.engine.Refused;
import salesconveyor.people.Role;

/** The staff that the address of the page asks for: rows {@code paid0, people0, from0, until0, does0} and so on. */
final class StaffForm {
    static final int ROWS = 12;
    private static final int MOST = 200;

    /** A row as it was typed, whether it can be read or not. */
    record Row(String people, String paidAs, String from, String until, List<String> roles) {
        /** An empty one, to add somebody. */
        static final Row EMPTY = new Row("0", "researchers", "18:00", "22:00", List.of());

        static Row of(StaffPlan plan) {
            return new Row(
                    String.valueOf(plan.people()),
                    plan.paidAs(),
                    plan.from().toString(),
                    plan.until().toString(),
                    plan.roles());
        }

        boolean isEmpty() {
            return people.isEmpty() || people.equals("0");
        }
    }

    /** Each task looks for somebody who is free: with more people a page would take long. */
    private static final int MOST_IN_ALL = 300;

    private StaffForm() {}

    static boolean isAsked(MultiValueMap<String, String> query) {
        return query.containsKey("people0");
    }

    static List<StaffPlan> read(MultiValueMap<String, String> query) {
        List<StaffPlan> plans = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            String people = text(query, "people" + row);
            if (!people.isEmpty() && !people.equals("0")) {
                plans.add(plan(query, row, people));
            }
        }
        if (plans.isEmpty()) {
            throw new Refused("Please enter people in at least one row.");
        }
        if (plans.stream().mapToInt(StaffPlan::people).sum() > MOST_IN_ALL) {
            throw new Refused("Please enter no more than {0} people in all rows together.", MOST_IN_ALL);
        }
        return plans;
    }

    /** What was typed, for somebody to go on with, whether it could be played or not. */
    static List<Row> typed(MultiValueMap<String, String> query) {
        List<Row> rows = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            if (query.containsKey("people" + row)) {
                rows.add(new Row(
                        text(query, "people" + row),
                        text(query, "paid" + row),
                        text(query, "from" + row),
                        text(query, "until" + row),
                        query.getOrDefault("does" + row, List.of())));
            }
        }
        return rows;
    }

    private static StaffPlan plan(MultiValueMap<String, String> query, int row, String people) {
        if (!people.matches("\\d{1,3}") || Integer.parseInt(people) > MOST) {
            throw new Refused("Row {0}: \"{1}\" is no number of people from 0 to {2}.", row + 1, people, MOST);
        }
        String paid = text(query, "paid" + row);
        List<String> does = query.getOrDefault("does" + row, List.of());
        if (Role.of(paid).isEmpty()
                || does.stream().anyMatch(role -> Role.of(role).isEmpty())) {
            throw new Refused("Row {0}: this role does not exist.", row + 1);
        }
        LocalTime from = time(query, "from" + row, row);
        LocalTime until = time(query, "until" + row, row);
        if (!from.isBefore(until)) {
            throw new Refused("Row {0}: the end of work must be after its beginning, on the same day.", row + 1);
        }
        return new StaffPlan(paid, Integer.parseInt(people), from, until, List.copyOf(does));
    }

    private static LocalTime time(MultiValueMap<String, String> query, String key, int row) {
        String text = text(query, key);
        try {
            return LocalTime.parse(text);
        } catch (DateTimeParseException e) {
            throw new Refused("Row {0}: \"{1}\" is no time; please write it like 18:00.", row + 1, text);
        }
    }

    private static String text(MultiValueMap<String, String> query, String key) {
        String text = query.getFirst(key);
        return text == null ? "" : text.strip();
    }
}
