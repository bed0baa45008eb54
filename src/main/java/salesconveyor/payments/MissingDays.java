package salesconveyor.payments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.payments.statement.Statement;
import salesconveyor.people.WorkingTime;
import salesconveyor.shared.Dates;
import salesconveyor.shared.Texts;

/** Tells of which days no statement has come, when one comes that does not follow the last one. */
@Component
@Transactional(readOnly = true)
class MissingDays {
    private static final int LOOK_BACK_DAYS = 400;

    private final Statements statements;
    private final WorkingTime workingTime;
    private final Texts texts;
    private final Dates dates;

    MissingDays(Statements statements, WorkingTime workingTime, Texts texts, Dates dates) {
        this.statements = statements;
        this.workingTime = workingTime;
        this.texts = texts;
        this.dates = dates;
    }

    /** One sentence for each statement of a file that does not follow; a file that came before follows itself. */
    List<String> before(List<Statement> file, String account) {
        List<Period> taken = file.stream().map(Period::of).toList();
        List<String> sentences = new ArrayList<>();
        taken.stream()
                .map(Period::firstDay)
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .ifPresent(first -> {
                    List<Period> known = statements.periods(account, first.minusDays(LOOK_BACK_DAYS));
                    for (int i = 0; i < taken.size(); i++) {
                        int one = i;
                        List<Period> others = new ArrayList<>(known);
                        for (int j = 0; j < taken.size(); j++) {
                            if (j != one) {
                                others.add(taken.get(j));
                            }
                        }
                        taken.get(one)
                                .gapAfter(others, this::isWorkday)
                                .ifPresent(gap -> sentences.add(words(gap, taken.get(one))));
                    }
                });
        return sentences;
    }

    private boolean isWorkday(LocalDate day) {
        return workingTime.workdayBefore(day.plusDays(1)).equals(day);
    }

    private String words(Period.Gap gap, Period taken) {
        if (gap.from() == null || gap.to() == null) {
            return texts.say(
                    "The account opens with {0}, but the statement before this one, which ends on {1}, closed with {2}. Entries between them may be missing.",
                    String.valueOf(taken.opening()),
                    day(Objects.requireNonNull(gap.before().lastDay())),
                    String.valueOf(gap.before().closing()));
        }
        return texts.say(
                "No statement tells of {0}. Please import it, too: who paid then may be reminded though he has paid.",
                String.join(
                        " – ",
                        Stream.of(gap.from(), gap.to())
                                .distinct()
                                .map(this::day)
                                .toList()));
    }

    private String day(LocalDate day) {
        return dates.day(day, texts.locale());
    }
}
