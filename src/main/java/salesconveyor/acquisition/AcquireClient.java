package salesconveyor.acquisition;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import salesconveyor.companies.Companies;
import salesconveyor.engine.FormValues;
import salesconveyor.engine.ProcessModel;
import salesconveyor.engine.TaskTimers;
import salesconveyor.engine.Variable;

/** Java twin of processes/acquireClient.bpmn; {@link CallCompany} holds its call. The business key is the opportunity's number. */
@ProcessModel("acquireClient")
class AcquireClient {
    static final Variable<String> COMPANY_NUMBER = Variable.string("companyNumber");
    static final Variable<LeadResult> LEAD_RESULT = Variable.key("leadResult", LeadResult.class);
    static final Variable<Boolean> LEAD_FREE = Variable.bool("leadFree"); // answers "May we work on it?"
    static final Variable<String> KNOWN_FACTS = Variable.string("knownFacts"); // the keys of what the card knows
    static final Variable<String> COMPANY_FIT = Variable.string("companyFit");
    static final Variable<Integer> RESEARCH_ROUNDS = Variable.integer("researchRounds");
    static final Variable<Integer> RESEARCH_PRIORITY = Variable.integer("researchPriority");
    static final Variable<Boolean> COMPANY_FOUND = Variable.bool("companyFound"); // answers "Company found?"
    static final Variable<String> CALL_SCRIPT = Variable.string("callScript"); // id of the form the caller works with
    static final Variable<BigDecimal> MONTHLY_VOLUME = Variable.decimal("monthlyVolume");
    static final Variable<String> INTEREST = Variable.string("interest");
    static final Variable<Boolean> DECISION_MAKER_KNOWN = Variable.bool("decisionMakerKnown");
    static final Variable<String> SIEVE_RESULT = Variable.string("sieveResult"); // PASS, NURTURE or DROP
    static final Variable<Boolean> NURTURE_LEFT = Variable.bool("nurtureLeft"); // may the lead be nurtured again?
    static final Variable<String> NURTURE_TIME = Variable.string("nurtureTime"); // ISO 8601 duration
    static final Variable<Boolean> IN_SAMPLE = Variable.bool("inSample"); // answers "In the sample?"
    static final Variable<OffsetDateTime> JUDGE_LIMIT = Variable.time("judgeLimit"); // then it goes on unjudged
    static final Variable<Boolean> WORTH_IT = Variable.bool("worthIt"); // answers "Worth it?"
    static final Variable<Boolean> LEAD_ACCEPTED = Variable.bool("leadAccepted"); // answers "Lead accepted?"
    static final Variable<Boolean> RETURNS_LEFT = Variable.bool("returnsLeft"); // may a manager return it again?
    static final Variable<String> MANAGER = Variable.string("manager");

    // Shown on the forms, for the task alone.
    static final Variable<String> CARD_CASE = Variable.string("cardCase");
    static final Variable<String> CARD_COMPANY = Variable.string("cardCompany");
    static final Variable<String> CARD_FACTS = Variable.string("cardFacts");
    static final Variable<String> CARD_MISSING = Variable.string("cardMissing");
    static final Variable<String> CARD_RETURNED = Variable.string("cardReturned"); // what a caller found wrong

    @Bean
    JavaDelegate checkLead(
            Standing standing,
            InquiryPromise promise,
            @Value("${conveyor.acquisition.nurture-time:P60D}") String nurture) {
        return execution -> {
            LeadResult obstacle = standing.obstacle(execution.getProcessBusinessKey(), COMPANY_NUMBER.get(execution));
            LEAD_FREE.set(execution, obstacle == null);
            LEAD_RESULT.set(execution, obstacle == null ? LeadResult.DROPPED : obstacle);
            String script = CALL_SCRIPT.find(execution);
            CALL_SCRIPT.set(execution, script == null ? "callCompany" : script);
            NURTURE_TIME.set(execution, nurture);
            RESEARCH_ROUNDS.set(execution, 0);
            CallCompany.CALL_ATTEMPT.set(execution, 0);
            CallCompany.CALL_UNTAKEN.set(execution, 0);
            var inquiryDue = promise.ofNew(execution.getProcessBusinessKey(), COMPANY_NUMBER.get(execution));
            CallCompany.INQUIRY_DUE.set(execution, inquiryDue);
            CallCompany.CALLER.set(execution, null);
        };
    }

    @Bean
    JavaDelegate readCard(Researching researching, InquiryPromise promise) {
        return execution -> {
            RESEARCH_PRIORITY.set(execution, promise.researchPriority(CallCompany.INQUIRY_DUE.get(execution)));
            var card = researching.read(COMPANY_NUMBER.get(execution));
            KNOWN_FACTS.set(execution, card.knownFacts());
            COMPANY_FIT.set(execution, card.fit());
        };
    }

    @Bean
    TaskListener loadCard(Researching researching, Companies companies, InquiryPromise promise, TaskTimers timers) {
        return task -> {
            timers.dropFrom(task, CallPlanning.NEVER);
            task.setDueDate(promise.researchDue(CallCompany.INQUIRY_DUE.find(task), task.getDueDate()));
            String company = COMPANY_NUMBER.get(task);
            CARD_CASE.setLocal(task, number(task));
            CARD_COMPANY.setLocal(task, companies.get(company).name());
            CARD_MISSING.setLocal(task, researching.missing(company));
            CARD_RETURNED.setLocal(task, researching.returned(number(task)));
            CARD_FACTS.setLocal(task, researching.facts(number(task), company));
            researching.filledIn(company).forEach(task::setVariableLocal);
        };
    }

    @Bean
    TaskListener loadLead(Calling calling, Companies companies) {
        return task -> {
            CARD_CASE.setLocal(task, number(task));
            CARD_COMPANY.setLocal(task, companies.get(COMPANY_NUMBER.get(task)).name());
            CARD_FACTS.setLocal(task, calling.leadFacts(number(task), COMPANY_NUMBER.get(task)));
        };
    }

    @Bean
    TaskListener recordResearch(Researched researched) {
        return task -> {
            LeadResult end =
                    researched.record(number(task), COMPANY_NUMBER.get(task), FormValues.of(task), task.getAssignee());
            COMPANY_FOUND.set(task, end == null);
            LEAD_RESULT.set(task, end == null ? LeadResult.DROPPED : end);
            RESEARCH_ROUNDS.set(task, RESEARCH_ROUNDS.get(task) + 1);
            CallCompany.CALL_ATTEMPT.set(task, 0);
        };
    }

    @Bean
    JavaDelegate drawSample(Acquiring acquiring, JudgeLimit limit) {
        return execution -> {
            IN_SAMPLE.set(execution, acquiring.sample(execution.getProcessBusinessKey(), SIEVE_RESULT.get(execution)));
            JUDGE_LIMIT.set(execution, limit.fromNow());
        };
    }

    @Bean
    TaskListener recordJudgement(Acquiring acquiring) {
        return task -> WORTH_IT.set(task, acquiring.judge(number(task), FormValues.of(task), task.getAssignee()));
    }

    @Bean
    TaskListener recordAcceptance(Acquiring acquiring) {
        return task -> {
            boolean accepted = acquiring.accept(number(task), FormValues.of(task), task.getAssignee());
            LEAD_ACCEPTED.set(task, accepted);
            RETURNS_LEFT.set(task, acquiring.returnsLeft(number(task)));
            MANAGER.set(task, accepted ? task.getAssignee() : null);
            CallCompany.CALL_ATTEMPT.set(task, 0);
            CallCompany.CALL_OUTCOME.set(task, null);
            LEAD_RESULT.set(task, accepted ? LeadResult.ACCEPTED : LeadResult.DROPPED);
        };
    }

    @Bean
    JavaDelegate escalateLead(Acquiring acquiring) {
        return execution -> acquiring.escalate(execution.getProcessBusinessKey(), COMPANY_NUMBER.get(execution));
    }

    @Bean
    JavaDelegate suppressLead() {
        return execution -> LEAD_RESULT.set(execution, LeadResult.SUPPRESSED);
    }

    @Bean
    JavaDelegate cancelLead() {
        return execution -> LEAD_RESULT.set(execution, LeadResult.CANCELLED);
    }

    @Bean
    ExecutionListener recordLeadEnd(Opportunities opportunities) {
        return execution -> opportunities.ended(execution.getProcessBusinessKey(), LEAD_RESULT.get(execution));
    }

    private static String number(DelegateTask task) {
        return task.getExecution().getProcessBusinessKey();
    }
}
