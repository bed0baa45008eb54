package salesconveyor.selling;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import salesconveyor.companies.ClientLanguages;
import salesconveyor.engine.FormValues;
import salesconveyor.engine.Refused;

/** Reads the terms that an assistant entered; what is left empty is as usual. */
@Component
class TermsReading {
    private static final int VALID_AT_MOST_DAYS = 366;

    private final ClientLanguages languages;
    private final Clock clock;
    private final int validDays;

    TermsReading(
            ClientLanguages languages,
            Clock clock,
            @Value("${conveyor.selling.proposal-valid-days:30}") int validDays) {
        this.languages = languages;
        this.clock = clock;
        this.validDays = validDays;
    }

    /** The language is kept for the client's next papers. */
    Terms read(String company, FormValues form) {
        BigDecimal discount = form.decimal("proposalDiscount");
        String day = form.text("validUntil");
        String language = form.text("proposalLanguage");
        String remarks = form.text("remarks");
        if (language != null && !ClientLanguages.OFFERED.contains(language)) {
            throw new Refused("A proposal can be written in {0}.", String.join(", ", ClientLanguages.OFFERED));
        }
        if (language != null) {
            languages.choose(company, language);
        }
        return new Terms(
                checked(discount),
                day == null ? usualEnd() : checked(day),
                languages.of(company).getLanguage(),
                remarks);
    }

    /** As a copy of an earlier order starts: nothing is given away, and the time counts from today. */
    Terms usual(String company) {
        return new Terms(BigDecimal.ZERO, usualEnd(), languages.of(company).getLanguage(), null);
    }

    LocalDate usualEnd() {
        return LocalDate.now(clock).plusDays(validDays);
    }

    private static BigDecimal checked(@Nullable BigDecimal percent) {
        BigDecimal discount = percent == null ? BigDecimal.ZERO : percent.setScale(2, RoundingMode.HALF_UP);
        if (discount.signum() < 0 || discount.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new Refused("The discount on the whole lies between 0 and 100 percent.");
        }
        return discount;
    }

    private LocalDate checked(String text) {
        LocalDate today = LocalDate.now(clock);
        LocalDate day;
        try {
            day = LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new Refused("\"Valid until\": {0} is not a day; write it like 2026-12-31.", text);
        }
        if (day.isBefore(today) || day.isAfter(today.plusDays(VALID_AT_MOST_DAYS))) {
            throw new Refused("\"Valid until\" must be a day from today to a year from now.");
        }
        return day;
    }
}
