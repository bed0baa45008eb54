package salesconveyor.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of two tasks comes first for Anna, whose last task was a call, at ten o'clock. */
class TaskOrderTest {
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-24T10:00+01:00");

    /**
     * Tasks in the order in which they must come, each as {@code name:value} pairs. The letters: s station, w worker, p
     * priority, v worth, o offered, d due, c promised (call), b promised by, t touched, k parked; times are minutes from now.
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            begun before anything else                   | w:anna t:-600       ; c:-60 b:anna          ; d:-600 p:99
            the newest of those begun                    | w:anna t:-5         ; w:anna t:-60
            what was given to Anna is not begun          | p:60                ; w:anna p:50
            what was given to her stands among the rest  | w:anna p:60         ; p:50
            a call promised for now before an overdue one | c:0 b:boris        ; d:-600 p:99
            a call promised for later is a usual one     | p:80                ; c:30 b:anna p:70
            her own promise before another's older one   | c:-5 b:anna         ; c:-60 b:boris
            of others' promises the older one            | c:-60 b:boris       ; c:-5 b:clara
            a promise of somebody who left               | c:-60               ; d:-600
            overdue before more important                | d:-1 p:10           ; d:1 p:99
            due now is overdue                           | d:0 p:10            ; p:99
            the longest overdue                          | d:-60 p:10          ; d:-5 p:99
            the more important                           | p:60                ; p:50 s:call v:9999
            the same station before a worthier case      | p:50 s:call         ; p:50 s:ship v:9999
            the worthier before the older                | p:50 v:200          ; p:50 v:100 o:-600
            the older                                    | p:50 o:-600         ; p:50 o:-5
            what is due later does not count             | p:50 d:600 o:-600   ; p:50 d:5 o:-5
            parked behind all others                     | p:0                 ; w:anna t:-5 k:1 d:-600 p:99
            of those parked the one that waits longest   | w:anna t:-60 k:1    ; w:anna t:-5 k:1
            all at once | w:anna t:-1 ; c:-1 b:anna ; c:-9 b:boris ; d:-9 ; p:60 s:call ; p:60 s:ship v:5 ; p:60 s:ship o:-9 ; p:60 s:ship ; w:anna t:-2 k:1
            """)
    void theNextTaskIsTheFirstOfThese(String rule, String tasks) {
        List<OpenTask> expected = new ArrayList<>();
        for (String words : tasks.split(";")) {
            expected.add(task(expected.size(), words.strip()));
        }
        for (int shuffle = 0; shuffle < 20; shuffle++) {
            List<OpenTask> given = new ArrayList<>(expected);
            Collections.shuffle(given, new Random(shuffle));
            given.sort(new TaskOrder("anna", "call", NOW));
            assertThat(ids(given)).as(rule).isEqualTo(ids(expected));
        }
    }

    @ParameterizedTest
    @CsvSource({"call, 1", ", 1"})
    void withoutALastTaskNoStationComesFirst(@Nullable String station, long first) {
        List<OpenTask> given = new ArrayList<>(List.of(task(0, "s:call v:1"), task(1, "s:ship v:2")));
        given.sort(new TaskOrder("anna", station, NOW));
        assertThat(given.get(0).id()).isEqualTo(station == null ? first : 0);
    }

    private static String ids(List<OpenTask> tasks) {
        return tasks.stream().map(task -> String.valueOf(task.id())).collect(Collectors.joining(" "));
    }

    private static OpenTask task(long id, String words) {
        return new OpenTask(
                id,
                "t" + id,
                word(words, "s", "call"),
                null,
                word(words, "w", null),
                Integer.parseInt(word(words, "p", "50")),
                new BigDecimal(word(words, "v", "0")),
                time(word(words, "o", "-1")),
                time(word(words, "d", null)),
                time(word(words, "c", null)),
                word(words, "b", null),
                time(word(words, "t", null)),
                words.contains("k:1"));
    }

    private static String word(String words, String letter, @Nullable String otherwise) {
        for (String word : words.split(" ")) {
            if (word.startsWith(letter + ":")) {
                return word.substring(2);
            }
        }
        return otherwise;
    }

    private static @Nullable OffsetDateTime time(@Nullable String minutes) {
        return minutes == null ? null : NOW.plusMinutes(Long.parseLong(minutes));
    }
}
