package salesconveyor.development;

import static java.time.temporal.ChronoUnit.DAYS;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import salesconveyor.shared.Texts;
import salesconveyor.shared.pdf.PaperNumbers;

/** Says in words how often a client orders and when its next order is due. */
@Component
class RhythmWords {
    private final Texts texts;
    private final Clock clock;
    private final BigDecimal alarmIntervals;

    RhythmWords(
            Texts texts, Clock clock, @Value("${conveyor.development.alarm-intervals:1.3}") BigDecimal alarmIntervals) {
        this.texts = texts;
        this.clock = clock;
        this.alarmIntervals = alarmIntervals;
    }

    /** Like "Orders every 34 days, last one 41 days ago". @param days of its orders, oldest first */
    String orders(List<LocalDate> days) {
        if (days.isEmpty()) {
            return texts.say("No orders yet");
        }
        long ago = DAYS.between(days.get(days.size() - 1), LocalDate.now(clock));
        String last = ago == 0 ? texts.say("today") : texts.count(ago, "{0} day ago|{0} days ago");
        return OrderRhythm.of(days)
                .map(rhythm -> texts.say(
                        "Orders every {0}, last one {1}", texts.count(rhythm.interval(), "{0} day|{0} days"), last))
                .orElseGet(() -> texts.say(
                        "{0}, last one {1}", texts.count(days.size(), "{0} order so far|{0} orders so far"), last));
    }

    /** An amount of money, without its currency. */
    String amount(BigDecimal amount) {
        return new PaperNumbers(texts.locale(), "").price(amount);
    }

    /** When the next order is due, and that it is late. */
    String next(List<LocalDate> days) {
        LocalDate today = LocalDate.now(clock);
        return OrderRhythm.of(days)
                .map(rhythm -> {
                    String due = day(rhythm.nextOrder());
                    if (!rhythm.alarm(alarmIntervals).isAfter(today)) {
                        return texts.say(
                                "Alarm: the next order was due on {0}, and the client is silent for {1} of its usual intervals or longer. Ask what is wrong.",
                                due, alarmIntervals.toPlainString());
                    }
                    return rhythm.nextOrder().isBefore(today)
                            ? texts.say("The next order was due on {0} and is late.", due)
                            : texts.say("The next order is due on {0}.", due);
                })
                .orElseGet(() -> texts.say(
                        "Nobody can say yet when the next order is due: a rhythm needs orders on three days."));
    }

    /** A day as people write it. */
    String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(texts.locale())
                .format(day);
    }
}
