package salesconveyor.acquisition;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.companies.Companies;
import salesconveyor.engine.FormValues;
import salesconveyor.engine.Refused;
import salesconveyor.mail.RoleMail;
import salesconveyor.people.Role;
import salesconveyor.shared.Texts;

/** Calls that no caller takes: after some rounds a head of sales decides, so that none goes round for ever. */
@Component
@Transactional
class UntakenCalls {
    private final Opportunities opportunities;
    private final Companies companies;
    private final RoleMail mail;
    private final Texts texts;
    private final int most;
    private final int mostKept;

    UntakenCalls(
            Opportunities opportunities,
            Companies companies,
            RoleMail mail,
            Texts texts,
            @Value("${conveyor.acquisition.max-untaken:5}") int most,
            @Value("${conveyor.acquisition.max-untaken-series:3}") int mostKept) {
        this.opportunities = opportunities;
        this.companies = companies;
        this.mail = mail;
        this.texts = texts;
        this.most = most;
        this.mostKept = mostKept;
    }

    boolean tooOften(int rounds) {
        return rounds >= most;
    }

    /** A mail to every head of sales, once for each series of rounds. */
    void report(String opportunity, String company, int rounds) {
        String name = companies.get(company).name();
        mail.post(
                Role.HEADS,
                "untaken-" + opportunity + "-" + (opportunities.count(opportunity, "KEPT") + 1),
                texts.say("Nobody takes the call {0}", opportunity),
                texts.say(
                        "The calling hours ended {0} times and no caller had taken the call to {1}. Please decide in Tasklist whether it goes on.",
                        rounds, name));
    }

    String told(int rounds) {
        return texts.say("The calling hours ended {0} times and nobody had taken this call.", rounds);
    }

    /** @return whether the calls go on; else the case ends, and why is kept with its calls */
    boolean decide(String opportunity, FormValues form, @Nullable String head) {
        boolean keep = form.required("outcome").equals("KEEP");
        if (keep && opportunities.count(opportunity, "KEPT") >= mostKept) {
            throw new Refused(
                    "This call has been kept {0} times and nobody took it. Give the case up, or let a caller take its call now.",
                    mostKept);
        }
        String reason = keep ? null : form.required("dropReason");
        opportunities.called(
                opportunity, new Opportunities.Call(head, keep ? "KEPT" : "GIVEN_UP", null, null, null, reason));
        return keep;
    }
}
