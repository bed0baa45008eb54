package salesconveyor.economics.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import salesconveyor.economics.Verdict;
import salesconveyor.engine.RunningCases;
import salesconveyor.people.Role;
import salesconveyor.shared.Dates;
import salesconveyor.shared.Texts;

/** Says in the language of the reader what stands in the records by its key. */
@Component
class Wording {
    /** To whom a thing is given. */
    private static final Map<Role, String> TO = Map.of(
            Role.RESEARCHERS, "to a researcher",
            Role.CALLERS, "to a caller",
            Role.ASSISTANTS, "to an assistant",
            Role.ACCOUNTANTS, "to an accountant",
            Role.SHIPPERS, "to a shipper",
            Role.ACCOUNT_MANAGERS, "to an account manager",
            Role.MARKETERS, "to a marketer",
            Role.HEADS, "to a head of sales");

    private final RunningCases models;
    private final Texts texts;
    private final Dates dates;

    Wording(RunningCases models, Texts texts, Dates dates) {
        this.models = models;
        this.texts = texts;
        this.dates = dates;
    }

    In in(Locale language, String currency) {
        return new In(language, currency);
    }

    /** For one reader. */
    class In {
        private final Locale language;
        private final String currency;

        In(Locale language, String currency) {
            this.language = language;
            this.currency = currency;
        }

        public String say(String english, Object... arguments) {
            return texts.say(language, english, arguments);
        }

        public String role(@Nullable String group) {
            return group == null
                    ? texts.say(language, "unknown")
                    : Role.of(group)
                            .map(role -> texts.say(language, role.title()))
                            .orElse(group);
        }

        public String to(String group) {
            return Role.of(group)
                    .filter(TO::containsKey)
                    .map(role -> texts.say(language, String.valueOf(TO.get(role))))
                    .orElse(group);
        }

        public String process(String process) {
            return texts.say(language, models.name(process, null));
        }

        public String station(String process, String station) {
            return texts.say(language, models.name(process, station));
        }

        /** In whole units: what is estimated is not known to the cent. */
        public String money(@Nullable BigDecimal amount) {
            return amount == null ? "–" : format(0).format(amount.setScale(0, RoundingMode.HALF_UP));
        }

        public String exactly(@Nullable BigDecimal amount) {
            return amount == null ? "–" : format(2).format(amount);
        }

        /** With a plus sign when it is more than nothing. */
        public String change(@Nullable BigDecimal amount) {
            return (amount != null && amount.signum() > 0 ? "+" : "") + money(amount);
        }

        public String number(BigDecimal number, int digits) {
            NumberFormat format = NumberFormat.getNumberInstance(language);
            format.setMaximumFractionDigits(digits);
            format.setMinimumFractionDigits(digits);
            return format.format(number);
        }

        public String day(LocalDate day) {
            return dates.day(day, language);
        }

        /** Minutes as hours. */
        public String hours(BigDecimal minutes) {
            return number(minutes.divide(BigDecimal.valueOf(60), 1, RoundingMode.HALF_UP), 1);
        }

        public String percent(BigDecimal share) {
            return number(share.movePointRight(2), 0) + " %";
        }

        public List<Choice> roles() {
            return Arrays.stream(Role.values())
                    .filter(role -> role != Role.ADMINISTRATORS && role != Role.PROCESS_OWNERS)
                    .map(role -> new Choice(role.group(), role(role.group())))
                    .toList();
        }

        /** What to do, in one sentence. @param name of the operation */
        String verdict(Verdict verdict, String name) {
            String to = to(verdict.helper());
            String gain = change(verdict.gain());
            String waiting = number(verdict.waiting(), 1);
            String breakEven = verdict.delegation()
                    .flatMap(one -> one.breakEvenHelperHours(verdict.waiting()))
                    .map(hours -> number(hours.multiply(BigDecimal.valueOf(60)), 0))
                    .orElse("");
            return switch (verdict.kind()) {
                case MOVE ->
                    texts.say(
                            language,
                            // Who costs nothing may take as long as he likes.
                            breakEven.isEmpty()
                                    ? "Move \"{0}\" {1}: {2} in the first month, while {3} hours of leads wait, however long one takes."
                                    : "Move \"{0}\" {1}: {2} in the first month, while {3} hours of leads wait; breaks even at {4} minutes each.",
                            name,
                            to,
                            gain,
                            waiting,
                            breakEven);
                case PERHAPS ->
                    texts.say(
                            language,
                            breakEven.isEmpty()
                                    ? "Perhaps move \"{0}\" {1}: {2} in the first month, while {5} hours of leads wait, but {3} to {4} is possible."
                                    : "Perhaps move \"{0}\" {1}: {2} in the first month, while {5} hours of leads wait, but {3} to {4} is possible; breaks even at {6} minutes each.",
                            name,
                            to,
                            gain,
                            change(verdict.low()),
                            change(verdict.high()),
                            waiting,
                            breakEven);
                case LEAVE ->
                    texts.say(
                            language,
                            "Leave \"{0}\" with the managers: to move it {1} would make {2} in the first month; leads wait for {3} hours of selling.",
                            name,
                            to,
                            gain,
                            waiting);
                case UNKNOWN ->
                    texts.say(
                            language,
                            "Whether to move \"{0}\" {1} cannot be told yet: enter what an hour of both costs.",
                            name,
                            to);
            };
        }

        private NumberFormat format(int digits) {
            NumberFormat format = NumberFormat.getCurrencyInstance(language);
            format.setCurrency(Currency.getInstance(currency));
            format.setMinimumFractionDigits(digits);
            format.setMaximumFractionDigits(digits);
            return format;
        }
    }
}
