package salesconveyor.acquisition;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.companies.Companies;
import salesconveyor.engine.FormValues;
import salesconveyor.mail.RoleMail;
import salesconveyor.people.Role;
import salesconveyor.shared.Texts;

/** What managers decide about a lead. */
@Component
@Transactional
class Acquiring {
    private final Companies companies;
    private final Opportunities opportunities;
    private final Judgements judgements;
    private final SampleDraw draw;
    private final RoleMail mail;
    private final Texts texts;
    private final Clock clock;
    private final int maxReturns;
    private double sampleShare;

    Acquiring(
            Companies companies,
            Opportunities opportunities,
            Judgements judgements,
            SampleDraw draw,
            RoleMail mail,
            Texts texts,
            Clock clock,
            @Value("${conveyor.acquisition.sample-share:0.05}") double sampleShare,
            @Value("${conveyor.acquisition.max-returns:3}") int maxReturns) {
        this.companies = companies;
        this.opportunities = opportunities;
        this.judgements = judgements;
        this.draw = draw;
        this.mail = mail;
        this.texts = texts;
        this.clock = clock;
        this.sampleShare = sampleShare;
        this.maxReturns = maxReturns;
    }

    /**
     * Whether this lead belongs to the random share that a manager judges.
     *
     * @param sieveResult what the sieve said; whoever is not passed and was nurtured too often is dropped
     */
    boolean sample(String opportunity, String sieveResult) {
        boolean sampled = draw.includes(opportunity, sampleShare);
        judgements.sieved(opportunity, sieveResult.equals("PASS") ? "PASS" : "DROP", sampled);
        return sampled;
    }

    boolean judge(String opportunity, FormValues form, @Nullable String manager) {
        boolean worthIt = form.required("outcome").equals("WORTH_IT");
        judgements.judged(opportunity, worthIt, manager);
        return worthIt;
    }

    /** @return whether the manager takes the lead; else it goes back with what is missing */
    boolean accept(String opportunity, FormValues form, @Nullable String manager) {
        boolean accepted = form.required("outcome").equals("ACCEPT");
        String missing = form.text("whatIsMissing");
        if (accepted) {
            opportunities.owned(opportunity, manager);
        } else {
            opportunities.called(opportunity, new Opportunities.Call(manager, "RETURN", null, null, null, missing));
        }
        return accepted;
    }

    /** A lead that managers returned so often is dropped rather than called once more. */
    boolean returnsLeft(String opportunity) {
        return opportunities.count(opportunity, "RETURN") <= maxReturns;
    }

    /** A mail to every head of sales, once for each lead and day of lateness. */
    void escalate(String opportunity, String company) {
        String subject = texts.say("Lead {0} waits for a manager", opportunity);
        String text = texts.say(
                "{0} is offered to the managers and nobody has taken it in time.",
                companies.get(company).name());
        mail.post(Role.HEADS, "late-" + opportunity + "-" + LocalDate.now(clock), subject, text);
    }
}
