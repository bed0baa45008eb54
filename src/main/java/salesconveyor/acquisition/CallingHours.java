package salesconveyor.acquisition;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.companies.Companies;
import salesconveyor.companies.Company;
import salesconveyor.engine.Identities;
import salesconveyor.engine.Refused;
import salesconveyor.people.WorkingTime;
import salesconveyor.shared.Texts;

/** When a company can be called: in our working hours, by its own clock and the public holidays of its country. */
@Component
@Transactional(readOnly = true)
class CallingHours {
    /** The calendar of one company. */
    record Hours(WorkingTime calendar, ZonedDateTime now) {
        /** This moment when they are open, else when they open next. */
        ZonedDateTime opening(OffsetDateTime time) {
            return opening(time.atZoneSameInstant(now.getZone()));
        }

        ZonedDateTime opening(ZonedDateTime time) {
            return calendar.opening(time);
        }

        ZonedDateTime closing(ZonedDateTime time) {
            return calendar.closing(time);
        }
    }

    private final Companies companies;
    private final WorkingTime workingTime;
    private final Identities identities;
    private final Texts texts;
    private final Clock clock;

    CallingHours(Companies companies, WorkingTime workingTime, Identities identities, Texts texts, Clock clock) {
        this.companies = companies;
        this.workingTime = workingTime;
        this.identities = identities;
        this.texts = texts;
        this.clock = clock;
    }

    Hours of(String company) {
        Company card = companies.get(company);
        ZoneId zone = card.zone() == null ? clock.getZone() : ZoneId.of(card.zone());
        return new Hours(
                workingTime.of(card.country()), ZonedDateTime.now(clock).withZoneSameInstant(zone));
    }

    /** No person takes a call outside them. */
    void checkOpen(String company) {
        Hours hours = of(company);
        ZonedDateTime opening = hours.opening(hours.now());
        if (identities.current() != null && opening.isAfter(hours.now())) {
            throw new Refused(
                    "{0} cannot be called now: its calling hours begin {1} ({2}).",
                    companies.get(company).name(),
                    told(opening),
                    opening.getZone().getId());
        }
    }

    /** A promise that cannot be kept is refused where it is entered. */
    void checkCallback(String company, OffsetDateTime callback) {
        ZonedDateTime opening = of(company).opening(callback);
        if (opening.toInstant().isAfter(callback.toInstant())) {
            throw new Refused(
                    "The callback lies outside the calling hours of {0}, which begin {1} ({2}); please agree on a time in them.",
                    companies.get(company).name(),
                    told(opening),
                    opening.getZone().getId());
        }
    }

    private String told(ZonedDateTime time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(texts.locale())
                .format(time);
    }
}
