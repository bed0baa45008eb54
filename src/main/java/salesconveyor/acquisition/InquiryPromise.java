package salesconveyor.acquisition;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.acquisition.CallingHours.Hours;
import salesconveyor.companies.Companies;
import salesconveyor.mail.RoleMail;
import salesconveyor.people.Role;
import salesconveyor.shared.Texts;

/** Whoever asks us on our site is called within minutes of the company's working time; nobody on a list waits for us. */
@Component
@Transactional
class InquiryPromise {
    private static final Set<String> ASKED_US = Set.of("SITE", "MAILING");

    private final Opportunities opportunities;
    private final CallingHours callingHours;
    private final Companies companies;
    private final RoleMail mail;
    private final Texts texts;
    private final Duration sla;

    InquiryPromise(
            Opportunities opportunities,
            CallingHours callingHours,
            Companies companies,
            RoleMail mail,
            Texts texts,
            @Value("${conveyor.acquisition.inquiry-sla:PT15M}") Duration sla) {
        this.opportunities = opportunities;
        this.callingHours = callingHours;
        this.companies = companies;
        this.mail = mail;
        this.texts = texts;
        this.sla = sla;
    }

    /** When a company that has a new case must have been called; {@link CallPlanning#NEVER} for one that did not ask. */
    OffsetDateTime ofNew(String opportunity, String company) {
        boolean asked = opportunities
                .find(opportunity)
                .map(found -> ASKED_US.contains(found.channel()))
                .orElse(false);
        return asked ? fromNow(company) : CallPlanning.NEVER;
    }

    /** Whoever asks us waits already while the card is completed. */
    int researchPriority(OffsetDateTime due) {
        return due.isBefore(CallPlanning.NEVER) ? CallPlanning.INQUIRY : 30;
    }

    /** Whoever asks us waits in minutes, not days, while the card is completed. */
    Date researchDue(@Nullable OffsetDateTime inquiryDue, Date usual) {
        Date asked = inquiryDue == null ? usual : Date.from(inquiryDue.toInstant());
        return asked.before(usual) ? asked : usual;
    }

    /** When a company that asks once more must have been called: what was promised it earlier is not put off. */
    OffsetDateTime again(String company, @Nullable OffsetDateTime promised) {
        OffsetDateTime anew = fromNow(company);
        return promised != null && promised.isBefore(anew) ? promised : anew;
    }

    OffsetDateTime fromNow(String company) {
        Hours hours = callingHours.of(company);
        return hours.calendar().after(hours.now(), sla).toOffsetDateTime();
    }

    /** A mail to every head of sales, once for each promise that was missed. */
    void missed(String opportunity, String company, OffsetDateTime due) {
        mail.post(
                Role.HEADS,
                "inquiry-" + opportunity + "-" + due.toInstant(),
                texts.say("The inquiry {0} was not answered in time", opportunity),
                texts.say(
                        "{0} asked us and nobody has called in {1} working minutes.",
                        companies.get(company).name(), sla.toMinutes()));
    }
}
