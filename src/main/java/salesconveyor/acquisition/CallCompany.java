package salesconveyor.acquisition;

import java.time.OffsetDateTime;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import salesconveyor.companies.Companies;
import salesconveyor.engine.FormValues;
import salesconveyor.engine.ProcessModel;
import salesconveyor.engine.TaskTimers;
import salesconveyor.engine.Variable;

/** The part of the Java twin of processes/acquireClient.bpmn that plans and records the calls. */
@ProcessModel("acquireClient/callCompany")
class CallCompany {
    static final Variable<String> CALLER = Variable.string("caller"); // who promised to call back
    static final Variable<OffsetDateTime> CALL_NOT_BEFORE = Variable.time("callNotBefore");
    static final Variable<OffsetDateTime> CALL_DUE = Variable.time("callDue");
    static final Variable<Integer> CALL_PRIORITY = Variable.integer("callPriority");
    static final Variable<OffsetDateTime> CALL_HOURS_END = Variable.time("callHoursEnd"); // then it waits again
    static final Variable<OffsetDateTime> CALLER_UNTIL = Variable.time("callerUntil"); // then it is anybody's
    static final Variable<OffsetDateTime> INQUIRY_DUE = Variable.time("inquiryDue"); // until then we call who asked us
    static final Variable<OffsetDateTime> CALLBACK = Variable.time("callback");
    static final Variable<Integer> CALL_UNTAKEN = Variable.integer("callUntaken"); // days in a row
    static final Variable<Boolean> UNTAKEN_TOO_OFTEN = Variable.bool("untakenTooOften");
    static final Variable<Boolean> KEEP_CALLING = Variable.bool("keepCalling"); // answers "Go on calling?"
    static final Variable<String> CALL_OUTCOME = Variable.string("callOutcome");
    static final Variable<Integer> CALL_ATTEMPT = Variable.integer("callAttempt"); // in this round, from 1
    static final Variable<String> CALL_STEP = Variable.string("callStep");
    static final Variable<String> CARD_PERSON = Variable.string("cardPerson");
    static final Variable<String> CARD_PHONE = Variable.string("cardPhone");
    static final Variable<String> CARD_TEL = Variable.string("cardTel");
    static final Variable<String> CARD_HOURS = Variable.string("cardHours");
    static final Variable<String> CARD_SOURCE = Variable.string("cardSource");
    static final Variable<String> CARD_SELLER = Variable.string("cardSeller");

    @Bean
    TaskListener loadCall(
            Calling calling, Companies companies, CallPages pages, CallHolding holding, TaskTimers timers) {
        return task -> {
            timers.dropFrom(task, CallPlanning.NEVER);
            task.setOwner(CALLER.find(task)); // by it whoever promised the call finds it in Tasklist
            load(task, calling, companies);
            var page = pages.of(AcquireClient.COMPANY_NUMBER.get(task), CALL_HOURS_END.find(task));
            CARD_PERSON.setLocal(task, page.person());
            CARD_PHONE.setLocal(task, page.phone());
            CARD_TEL.setLocal(task, page.tel());
            CARD_HOURS.setLocal(task, page.hours() + holding.told(CALLER.find(task), CALLER_UNTIL.find(task)));
            CARD_SOURCE.setLocal(task, page.source());
            CARD_SELLER.setLocal(task, page.seller());
        };
    }

    @Bean
    JavaDelegate planCall(CallPlanning planning) {
        return execution -> {
            var callback = CALLBACK.find(execution);
            String caller = callback == null ? null : CALLER.find(execution);
            var plan = planning.next(
                    execution.getProcessBusinessKey(),
                    AcquireClient.COMPANY_NUMBER.get(execution),
                    callback,
                    caller,
                    INQUIRY_DUE.find(execution));
            CALL_NOT_BEFORE.set(execution, plan.notBefore());
            CALL_DUE.set(execution, plan.due());
            CALL_PRIORITY.set(execution, plan.priority());
            CALL_HOURS_END.set(execution, plan.hoursEnd());
            CALLER_UNTIL.set(execution, plan.callerUntil());
            CALLBACK.set(execution, null);
            CALLER.set(execution, caller);
        };
    }

    @Bean
    TaskListener recordCall(Calling calling) {
        return task -> {
            var call = calling.record(
                    number(task), AcquireClient.COMPANY_NUMBER.get(task), FormValues.of(task), task.getAssignee());
            CALL_OUTCOME.set(task, call.outcome());
            CALL_ATTEMPT.set(task, CALL_ATTEMPT.get(task) + 1);
            AcquireClient.MONTHLY_VOLUME.set(task, call.monthlyVolume());
            AcquireClient.INTEREST.set(task, call.interest());
            AcquireClient.NURTURE_LEFT.set(task, calling.nurtureLeft(number(task)));
            AcquireClient.DECISION_MAKER_KNOWN.set(task, call.decisionMakerKnown());
            CALLBACK.set(task, call.callback());
            CALLER.set(task, call.callback() == null ? null : task.getAssignee());
            CALL_UNTAKEN.set(task, 0);
            INQUIRY_DUE.set(task, CallPlanning.NEVER);
        };
    }

    /** Somebody takes the call, if the company can be called now and nobody else promised it, or gives it back. */
    @Bean
    TaskListener holdCall(CallHolding holding, TaskTimers timers) {
        return task -> {
            String caller = task.getAssignee();
            holding.check(AcquireClient.COMPANY_NUMBER.get(task), caller, CALLER.find(task), CALLER_UNTIL.find(task));
            timers.move(task, "BoundaryEvent_CallingHoursEnded", holding.backAt(caller, CALL_HOURS_END.find(task)));
            timers.move(task, "BoundaryEvent_InquiryLate", holding.lateAt(caller, INQUIRY_DUE.find(task)));
        };
    }

    @Bean
    JavaDelegate escalateInquiry(InquiryPromise promise) {
        return execution -> promise.missed(
                execution.getProcessBusinessKey(),
                AcquireClient.COMPANY_NUMBER.get(execution),
                INQUIRY_DUE.get(execution));
    }

    @Bean
    JavaDelegate countUntaken(UntakenCalls untaken) {
        return execution -> {
            CALL_UNTAKEN.set(execution, CALL_UNTAKEN.get(execution) + 1);
            UNTAKEN_TOO_OFTEN.set(execution, untaken.tooOften(CALL_UNTAKEN.get(execution)));
        };
    }

    @Bean
    JavaDelegate reportUntaken(UntakenCalls untaken) {
        return execution -> untaken.report(
                execution.getProcessBusinessKey(),
                AcquireClient.COMPANY_NUMBER.get(execution),
                CALL_UNTAKEN.get(execution));
    }

    @Bean
    TaskListener loadUntakenCall(Calling calling, Companies companies, UntakenCalls untaken) {
        return task -> {
            load(task, calling, companies);
            CARD_HOURS.setLocal(task, untaken.told(CALL_UNTAKEN.get(task)));
        };
    }

    @Bean
    TaskListener recordUntakenCall(UntakenCalls untaken) {
        return task -> {
            KEEP_CALLING.set(task, untaken.decide(number(task), FormValues.of(task), task.getAssignee()));
            CALL_UNTAKEN.set(task, 0);
            AcquireClient.LEAD_RESULT.set(task, LeadResult.DROPPED);
        };
    }

    @Bean
    JavaDelegate recordCallEnd() {
        return execution -> AcquireClient.LEAD_RESULT.set(
                execution,
                switch (CALL_OUTCOME.get(execution)) {
                    case "DO_NOT_CALL" -> LeadResult.SUPPRESSED;
                    case "REFUSED" -> LeadResult.DROPPED;
                    case "ALREADY_CLIENT" -> LeadResult.DUPLICATE;
                    default -> LeadResult.UNREACHABLE;
                });
    }

    /** After the nurture a new round of calls begins. */
    @Bean
    ExecutionListener restartAttempts() {
        return execution -> CALL_ATTEMPT.set(execution, 0);
    }

    /** Whoever asks us again is called as fast as the first time. */
    @Bean
    ExecutionListener restartInquiry(InquiryPromise promise) {
        return execution -> INQUIRY_DUE.set(
                execution, promise.again(AcquireClient.COMPANY_NUMBER.get(execution), INQUIRY_DUE.find(execution)));
    }

    private static void load(DelegateTask task, Calling calling, Companies companies) {
        String company = AcquireClient.COMPANY_NUMBER.get(task);
        AcquireClient.CARD_CASE.setLocal(task, number(task));
        AcquireClient.CARD_COMPANY.setLocal(task, companies.get(company).name());
        AcquireClient.CARD_FACTS.setLocal(task, calling.leadFacts(number(task), company));
    }

    private static String number(DelegateTask task) {
        return task.getExecution().getProcessBusinessKey();
    }
}
