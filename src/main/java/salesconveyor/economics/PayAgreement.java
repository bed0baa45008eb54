package salesconveyor.economics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import salesconveyor.work.HandOff;

/**
 * How a person is paid from a day on.
 *
 * @param amount for an hour or a unit
 * @param returnedTakes how many units one that came back takes off
 * @param validUntil the last day on which it counts; nothing as long as it goes on
 */
public record PayAgreement(
        String person,
        Basis basis,
        BigDecimal amount,
        String currency,
        BigDecimal returnedTakes,
        LocalDate validFrom,
        @Nullable LocalDate validUntil) {
    /** What is counted. */
    public enum Basis {
        SHIFT_HOUR("Hour of the shift plan", null),
        TASK_HOUR("Hour at tasks", null),
        CARD("Card that the caller could use", Checks.CARD),
        LEAD("Lead that the manager accepted", Checks.LEAD);

        private final String title;
        private final @Nullable HandOff unit;

        Basis(String title, @Nullable HandOff unit) {
            this.title = title;
            this.unit = unit;
        }

        /** The English words for it, a key of the texts. */
        public String title() {
            return title;
        }

        /** Nothing when hours are paid. */
        @Nullable
        HandOff unit() {
            return unit;
        }

        public boolean isUnit() {
            return unit != null;
        }

        public static Optional<Basis> of(@Nullable String key) {
            return Arrays.stream(values())
                    .filter(basis -> basis.name().equals(key))
                    .findFirst();
        }
    }

    PayAgreement until(LocalDate lastDay) {
        return new PayAgreement(person, basis, amount, currency, returnedTakes, validFrom, lastDay);
    }

    /** Whether both pay the same for the same person on some day: an hour is one, however it is counted. */
    boolean meets(PayAgreement other) {
        return (basis == other.basis || !basis.isUnit() && !other.basis.isUnit())
                && person.equals(other.person)
                && (validUntil == null || !validUntil.isBefore(other.validFrom))
                && (other.validUntil == null || !other.validUntil.isBefore(validFrom));
    }
}
