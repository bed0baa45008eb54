package salesconveyor.work;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.companies.Companies;
import salesconveyor.engine.RunningCases;
import salesconveyor.engine.Staff;
import salesconveyor.mail.Mail;
import salesconveyor.mail.Outbox;

/** Letters to our people about their tasks: of a task they tell its name and the company's, nothing else. */
@Component
class Notices {
    private final Staff staff;
    private final Companies companies;
    private final RunningCases running;
    private final Outbox outbox;

    Notices(Staff staff, Companies companies, RunningCases running, Outbox outbox) {
        this.staff = staff;
        this.companies = companies;
        this.running = running;
        this.outbox = outbox;
    }

    /** The person's address; who has none, or has left, is answered for by everybody of the role. */
    List<String> addresses(@Nullable String person, @Nullable String role) {
        List<String> own =
                person == null ? List.of() : staff.email(person).map(List::of).orElse(List.of());
        return own.isEmpty() && role != null ? staff.emails(role) : own;
    }

    /** @param key says what the letter is about; each address gets one letter with it */
    @Transactional(propagation = Propagation.MANDATORY)
    public void post(String key, String address, String subject, String text) {
        outbox.post(
                Mail.of(key + "-" + address, address, subject, text).withHeader("Auto-Submitted", "auto-generated"));
    }

    String task(String process, String station) {
        return running.name(process, station);
    }

    /** Empty for a task that is about no company. */
    String company(@Nullable String number) {
        return number != null && companies.exists(number)
                ? companies.get(number).name()
                : "";
    }
}
