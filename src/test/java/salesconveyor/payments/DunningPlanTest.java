package salesconveyor.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import salesconveyor.payments.DunningPlan.Limits;
import salesconveyor.payments.DunningPlan.Step;
import salesconveyor.payments.DunningPlan.Today;

/** Which step is due today. */
class DunningPlanTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-12-28");
    private static final Limits LIMITS = new Limits(3, 3, 2, 14, 60);

    /**
     * The log is a list of step:outcome:day of December, with the promised day behind it. The circumstances are: b the
     * bank is unclear, c no calls, a no address.
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            too early                            | WAIT          | -                                            |     | WAIT
            a small rest after long              | WAIT          | -                                            | s   | DECIDE
            first note                           | PRE_REMINDER  | -                                            |     | LETTER
            note was sent                        | PRE_REMINDER  | PRE_REMINDER:SENT:27                         |     | WAIT
            reminder after the note              | REMINDER      | PRE_REMINDER:SENT:20                         |     | LETTER
            reminder was sent                    | REMINDER      | PRE_REMINDER:SENT:20 REMINDER:SENT:27        |     | WAIT
            level fell after a part payment      | PRE_REMINDER  | REMINDER:SENT:27                             |     | WAIT
            second notice without the first      | SECOND_NOTICE | -                                            |     | LETTER
            a letter that was planned only       | REMINDER      | REMINDER:PLANNED:28                          |     | LETTER
            nowhere to write to                  | REMINDER      | -                                            | a   | CALL
            nowhere to write to, no calls        | REMINDER      | -                                            | ac  | WAIT
            called                               | CALL          | SECOND_NOTICE:SENT:20                        |     | CALL
            nobody answered today                | CALL          | CALL:NO_ANSWER:28                            |     | WAIT
            nobody answered yesterday            | CALL          | CALL:NO_ANSWER:27                            |     | CALL
            nobody answered three times          | CALL          | CALL:NO_ANSWER:26 CALL:NO_ANSWER:27 CALL:NO_ANSWER:28 |  | DECIDE
            promised for today                   | CALL          | CALL:PROMISED:21:28                          |     | WAIT
            promised, even for the last level    | DECIDE        | CALL:PROMISED:21:30                          |     | WAIT
            promise broken                       | CALL          | CALL:PROMISED:21:27                          |     | CALL
            promise broken twice                 | CALL          | CALL:PROMISED:10:12 CALL:PROMISED:21:27      |     | DECIDE
            no more calls: by letter             | CALL          | CALL:DO_NOT_CALL:27                          | c   | LETTER
            no more calls, letter was sent       | CALL          | SECOND_NOTICE:SENT:20 CALL:DO_NOT_CALL:27    | c   | WAIT
            no more calls, the end               | DECIDE        | SECOND_NOTICE:SENT:20 CALL:DO_NOT_CALL:27    | c   | DECIDE
            disputed: a decision, no letter      | REMINDER      | CALL:DISPUTED:27                             |     | DECIDE
            disputed, whatever the bank says     | CALL          | CALL:DISPUTED:27                             | b   | DECIDE
            decided a while ago: left alone      | DECIDE        | CALL:DISPUTED:20 DECIDE:STOP:21              |     | WAIT
            decided long ago                     | DECIDE        | DECIDE:STOP:14                               |     | DECIDE
            released long ago                    | DECIDE        | DECIDE:RELEASE:10                            |     | DECIDE
            no statement yet                     | REMINDER      | -                                            | b   | HOLD
            no statement for two days            | REMINDER      | REMINDER:HELD:26                             | b   | HOLD
            no statement for three days          | REMINDER      | REMINDER:HELD:25                             | b   | LETTER
            the hold of another level            | REMINDER      | PRE_REMINDER:HELD:20                         | b   | HOLD
            no call without a statement          | CALL          | -                                            | b   | HOLD
            no decision without a statement      | DECIDE        | -                                            | b   | HOLD
            nothing due, nothing held            | REMINDER      | REMINDER:SENT:27                             | b   | WAIT
            """)
    void isDue(String title, String level, String log, String circumstances, Step step) {
        String flags = circumstances == null ? "" : circumstances;
        Today today = new Today(
                TODAY, flags.contains("s") ? 60 : 10, flags.contains("b"), flags.contains("c"), !flags.contains("a"));
        assertThat(DunningPlan.due(level, log(log), today, LIMITS)).isEqualTo(step);
    }

    private static List<DunningEntry> log(String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(" "))
                        .map(entry -> entry.split(":"))
                        .map(parts -> new DunningEntry(
                                parts[0],
                                parts[1],
                                TODAY.withDayOfMonth(Integer.parseInt(parts[2])),
                                parts.length < 4 ? null : TODAY.withDayOfMonth(Integer.parseInt(parts[3])),
                                null,
                                null))
                        .toList();
    }
}
