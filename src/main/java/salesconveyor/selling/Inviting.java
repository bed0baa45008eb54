package salesconveyor.selling;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.companies.ClientLanguages;
import salesconveyor.companies.Companies;
import salesconveyor.companies.ContactScope;
import salesconveyor.companies.SuppressionList;
import salesconveyor.engine.Identities;
import salesconveyor.shared.Texts;

/** Puts meetings into the calendars of both sides: the invitation, each change of it, and that it is called off. */
@Component
@Transactional
class Inviting {
    private final Meetings meetings;
    private final MeetingLetters letters;
    private final Companies companies;
    private final ClientLanguages languages;
    private final SuppressionList suppressions;
    private final Sales sales;
    private final Identities identities;
    private final Texts texts;
    private final Clock clock;

    Inviting(
            Meetings meetings,
            MeetingLetters letters,
            Companies companies,
            ClientLanguages languages,
            SuppressionList suppressions,
            Sales sales,
            Identities identities,
            Texts texts,
            Clock clock) {
        this.meetings = meetings;
        this.letters = letters;
        this.companies = companies;
        this.languages = languages;
        this.suppressions = suppressions;
        this.sales = sales;
        this.identities = identities;
        this.texts = texts;
        this.clock = clock;
    }

    /** To whom an invitation goes unless the manager enters somebody else; empty when nobody knows. */
    String guests(String opportunity, String company) {
        String known = companies.get(company).email();
        return meetings.planned(opportunity)
                .map(Meeting::guests)
                .or(() -> sales.email(opportunity))
                .orElse(known == null ? "" : known);
    }

    /** A new meeting, or another time for the one that is planned. Whoever is no longer invited is told so. */
    void invite(String opportunity, String company, MeetingWish wish, @Nullable String manager) {
        List<String> before =
                meetings.planned(opportunity).map(Meeting::addresses).orElse(List.of());
        Meeting meeting = meetings.plan(opportunity, company, wish, manager);
        if (isReached(company)) {
            Locale language = languages.of(company);
            meeting.addresses().forEach(address -> letters.request(meeting, address, language, ""));
            before.stream()
                    .filter(address -> !meeting.addresses().contains(address))
                    .forEach(address -> letters.uninvite(meeting, address, language));
        }
        String untold = untold(meeting);
        if (!isReached(company)) {
            // Whoever left the field empty knows it; that letters are forbidden stays with the case.
            sales.note(opportunity, "invite", "NOT_INVITED", null, untold);
        }
        email(manager).forEach(address -> letters.request(meeting, address, texts.locale(), untold));
    }

    /** The sale goes on without this meeting, or ends: what still lies ahead is called off. */
    void over(String opportunity) {
        meetings.planned(opportunity).ifPresent(meeting -> {
            if (meeting.ends().isAfter(OffsetDateTime.now(clock))) {
                callOff(meeting);
            } else {
                meetings.over(meeting);
            }
        });
    }

    /** The meeting took place, maybe before its time. */
    void held(String opportunity) {
        meetings.planned(opportunity).ifPresent(meetings::over);
    }

    private void callOff(Meeting meeting) {
        meetings.cancelled(meeting);
        if (isReached(meeting.companyNumber())) {
            Locale language = languages.of(meeting.companyNumber());
            meeting.addresses().forEach(address -> letters.cancel(meeting, address, language, ""));
        }
        email(meeting.manager()).forEach(address -> letters.cancel(meeting, address, texts.locale(), untold(meeting)));
    }

    private boolean isReached(String company) {
        return !suppressions.forbids(company, ContactScope.MAIL);
    }

    /** Why the client got no letter, for the manager; empty: the client got one. */
    private String untold(Meeting meeting) {
        if (!isReached(meeting.companyNumber())) {
            return texts.say(
                    "The client got no mail about the meeting: letters are forbidden. Please tell them by phone.");
        }
        if (meeting.addresses().isEmpty()) {
            return texts.say("The client got no mail about the meeting: no address was entered.");
        }
        return letters.host(meeting).isPresent()
                ? ""
                : texts.say("The client got no mail about the meeting: neither you nor our company has an address.");
    }

    private List<String> email(@Nullable String manager) {
        return manager == null ? List.of() : identities.email(manager).stream().toList();
    }
}
