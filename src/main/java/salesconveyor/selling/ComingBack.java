package salesconveyor.selling;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.engine.FormValues;
import salesconveyor.engine.Refused;
import salesconveyor.shared.Texts;

/**
 * Why a client does not buy now, and when we come back. Who is lost today may be nurtured: the case waits for some
 * months, and an inquiry of the client wakes it before.
 */
@Component
@Transactional
class ComingBack {
    private static final int LATER_AT_MOST_DAYS = 366;
    private static final int MOST_MONTHS = 24;

    /**
     * What was entered.
     *
     * @param reason key of the reason, from the owner's list
     * @param until when we come back; empty: never
     * @param told the same in words, for whoever calls then
     */
    record Answer(
            @Nullable String reason,
            @Nullable OffsetDateTime until,
            @Nullable String told) {}

    private final Sales sales;
    private final Texts texts;
    private final Clock clock;
    private final int maxNurtures;

    ComingBack(Sales sales, Texts texts, Clock clock, @Value("${conveyor.selling.max-nurtures:2}") int maxNurtures) {
        this.sales = sales;
        this.texts = texts;
        this.clock = clock;
        this.maxNurtures = maxNurtures;
    }

    /** @param outcome all but LATER and LOST gives an empty answer */
    Answer read(String opportunity, String station, String outcome, FormValues form) {
        LocalDate day = form.date("laterDate");
        Integer months = form.integer("comeBackMonths");
        String laterReason = form.text("laterReason");
        String lostReason = form.text("lostReason");
        return switch (outcome) {
            case "LATER" -> {
                String word = laterReason == null ? "–" : form.word("laterReason", laterReason);
                yield new Answer(laterReason, later(day), laterReason == null ? null : texts.say("Later: {0}", word));
            }
            case "LOST" -> lost(opportunity, station, lostReason, months, form);
            default -> new Answer(null, null, null);
        };
    }

    private Answer lost(
            String opportunity, String station, @Nullable String reason, @Nullable Integer months, FormValues form) {
        if (months == null) {
            return new Answer(reason, null, null);
        }
        if (months < 1 || months > MOST_MONTHS) {
            throw new Refused("We come back after 1 to {0} months; leave the field empty to never do.", MOST_MONTHS);
        }
        if (sales.count(opportunity, station, "LOST") >= maxNurtures) {
            throw new Refused(
                    "This client was lost and came back {0} times already; please leave \"Come back in months\" empty.",
                    maxNurtures);
        }
        LocalDate day = LocalDate.now(clock).plusMonths(months);
        String word = reason == null ? "–" : form.word("lostReason", reason);
        return new Answer(
                reason, morning(day), texts.say("Lost for now: {0}. We come back on {1}.", word, day.toString()));
    }

    private OffsetDateTime later(@Nullable LocalDate day) {
        LocalDate today = LocalDate.now(clock);
        if (day == null || !day.isAfter(today) || day.isAfter(today.plusDays(LATER_AT_MOST_DAYS))) {
            throw new Refused("\"Not before\" must be a day from tomorrow to a year from now.");
        }
        return morning(day);
    }

    private OffsetDateTime morning(LocalDate day) {
        return day.atTime(9, 0).atZone(clock.getZone()).toOffsetDateTime();
    }
}
