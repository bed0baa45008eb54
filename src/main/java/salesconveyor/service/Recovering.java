package salesconveyor.service;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.companies.Companies;
import salesconveyor.engine.FormValues;
import salesconveyor.engine.Refused;
import salesconveyor.mail.RoleMail;
import salesconveyor.people.Role;
import salesconveyor.shared.Texts;

/** What is done about an unhappy client. */
@Component
@Transactional
class Recovering {
    private static final String STATION = "recoverClient";

    private final Surveys surveys;
    private final Complaints complaints;
    private final ServedOrders orders;
    private final Companies companies;
    private final RoleMail mail;
    private final Texts texts;

    Recovering(
            Surveys surveys,
            Complaints complaints,
            ServedOrders orders,
            Companies companies,
            RoleMail mail,
            Texts texts) {
        this.surveys = surveys;
        this.complaints = complaints;
        this.orders = orders;
        this.companies = companies;
        this.mail = mail;
        this.texts = texts;
    }

    /** @return whether the client stays */
    boolean record(String order, FormValues form, @Nullable String manager) {
        String outcome = form.required("outcome");
        String notes = form.text("recoveryNotes");
        if (notes == null) {
            throw new Refused("Please write what went wrong and what was done about it.");
        }
        orders.note(order, STATION, outcome, manager, notes);
        complaints.close(order, outcome);
        return outcome.equals("RECOVERED");
    }

    /** The client complains from now on. @return what it answered, for the form */
    String open(String order, String company) {
        complaints.open(order, company);
        var survey = surveys.ofOrder(order).orElseThrow();
        return texts.say("Score: {0} of 10", String.valueOf(survey.score()))
                + (survey.comment() == null ? "" : "\n" + survey.comment());
    }

    /** Nobody called the unhappy client within a working day. */
    void escalate(String order, String company) {
        mail.post(
                Role.HEADS,
                "recovery-late-" + order,
                texts.say("An unhappy client waits for a call: {0}", name(company)),
                texts.say(
                        "{0} gave a low score for the order {1} and was not called within a working day.",
                        name(company), order));
    }

    private String name(String company) {
        return companies.get(company).name();
    }
}
