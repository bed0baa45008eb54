package salesconveyor.selling;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import salesconveyor.companies.Companies;
import salesconveyor.engine.FormValues;
import salesconveyor.engine.ProcessModel;
import salesconveyor.engine.Variable;

/** Java twin of processes/sellToClient.bpmn. The business key is the opportunity's number. */
@ProcessModel("sellToClient")
class SellToClient {
    static final Variable<String> COMPANY_NUMBER = Variable.string("companyNumber");
    static final Variable<Boolean> REPEAT_ORDER = Variable.bool("repeatOrder"); // answers "Repeat order?"
    static final Variable<String> MANAGER = Variable.string("manager"); // who owns the case; empty: the whole group
    static final Variable<String> SALE_STEP = Variable.string("saleStep"); // answers what a manager's task brought
    static final Variable<String> LATER_UNTIL = Variable.string("laterUntil"); // ISO date and time with offset
    static final Variable<String> MEETING_DUE = Variable.string("meetingDue"); // ISO date and time with offset
    static final Variable<Boolean> PROPOSAL_READY = Variable.bool("proposalReady"); // answers "Proposal ready?"
    static final Variable<BigDecimal> DISCOUNT_PERCENT = Variable.decimal("discountPercent");
    static final Variable<BigDecimal> MARGIN_PERCENT = Variable.decimal("marginPercent");
    static final Variable<BigDecimal> NET_AMOUNT = Variable.decimal("netAmount");
    static final Variable<Boolean> DISCOUNT_APPROVED = Variable.bool("discountApproved");
    static final Variable<Boolean> PROPOSAL_SENT = Variable.bool("proposalSent"); // answers "Proposal sent?"
    static final Variable<SaleResult> SALE_RESULT = Variable.key("saleResult", SaleResult.class);
    static final Variable<String> ORDER_NUMBER = Variable.string("orderNumber");

    // Shown on the forms, for the task alone.
    static final Variable<String> SALE_CASE = Variable.string("saleCase");
    static final Variable<String> SALE_COMPANY = Variable.string("saleCompany");
    static final Variable<String> SALE_STORY = Variable.string("saleStory");
    static final Variable<String> SALE_FACTS = Variable.string("saleFacts");
    static final Variable<String> PROPOSAL_SUMMARY = Variable.string("proposalSummary");
    static final Variable<String> PROPOSAL_FIGURES = Variable.string("proposalFigures"); // for heads of sales alone
    static final Variable<String> PROPOSAL_EMAIL = Variable.string("proposalEmail"); // a field of the form, filled in
    static final Variable<String> PROPOSAL_LINES = Variable.string("proposalLines");

    static final Variable<Integer> PROPOSAL_VERSION = Variable.integer("proposalVersion"); // that the head looks at

    // Fields of the forms, filled in.
    static final Variable<String> PROPOSAL_DISCOUNT = Variable.string("proposalDiscount");
    static final Variable<String> PROPOSAL_LANGUAGE = Variable.string("proposalLanguage");
    static final Variable<String> VALID_UNTIL = Variable.string("validUntil");
    static final Variable<String> REMARKS = Variable.string("remarks");
    static final Variable<String> MEETING_GUESTS = Variable.string("meetingGuests");

    @Bean
    ExecutionListener openSale(Sales sales) {
        return execution -> {
            sales.open(execution.getProcessBusinessKey(), COMPANY_NUMBER.get(execution));
            MANAGER.set(execution, MANAGER.find(execution));
        };
    }

    @Bean
    TaskListener loadSale(Negotiating negotiating, Companies companies, LeadReading leads, Inviting inviting) {
        return task -> {
            load(task, negotiating, companies);
            SALE_FACTS.setLocal(task, leads.facts(number(task), COMPANY_NUMBER.get(task)));
            MEETING_GUESTS.setLocal(task, inviting.guests(number(task), COMPANY_NUMBER.get(task)));
        };
    }

    @Bean
    TaskListener loadProposal(Negotiating negotiating, Companies companies, Pricing pricing) {
        return task -> {
            load(task, negotiating, companies);
            PROPOSAL_LINES.setLocal(task, pricing.rows(number(task)));
            PROPOSAL_EMAIL.setLocal(task, pricing.email(number(task), COMPANY_NUMBER.get(task)));
            Terms terms = pricing.terms(number(task), COMPANY_NUMBER.get(task));
            PROPOSAL_DISCOUNT.setLocal(task, terms.discountPercent().toPlainString());
            PROPOSAL_LANGUAGE.setLocal(task, terms.language());
            VALID_UNTIL.setLocal(task, terms.validUntil().toString());
            REMARKS.setLocal(task, terms.remarks());
        };
    }

    @Bean
    TaskListener loadApproval(
            Negotiating negotiating, Companies companies, Pricing pricing, ProposalTelling proposals) {
        return task -> {
            load(task, negotiating, companies);
            PROPOSAL_VERSION.setLocal(task, pricing.version(number(task)));
            PROPOSAL_SUMMARY.setLocal(task, proposals.newest(number(task)));
            PROPOSAL_FIGURES.setLocal(task, proposals.figures(number(task)));
        };
    }

    @Bean
    TaskListener checkApprover(FourEyes fourEyes) {
        return task -> fourEyes.check(number(task), task.getAssignee());
    }

    @Bean
    TaskListener loadNegotiation(Negotiating negotiating, Companies companies, ProposalTelling proposals) {
        return task -> {
            load(task, negotiating, companies);
            PROPOSAL_SUMMARY.setLocal(task, proposals.sent(number(task)));
        };
    }

    @Bean
    TaskListener recordWarmUpCall(Negotiating negotiating) {
        return task -> answer(task, negotiating);
    }

    @Bean
    TaskListener recordFirstMeeting(Negotiating negotiating) {
        return task -> answer(task, negotiating);
    }

    @Bean
    TaskListener recordNegotiation(Negotiating negotiating) {
        return task -> answer(task, negotiating);
    }

    @Bean
    TaskListener recordProposal(Pricing pricing) {
        return task -> PROPOSAL_READY.set(
                task, pricing.record(number(task), COMPANY_NUMBER.get(task), FormValues.of(task), task.getAssignee()));
    }

    @Bean
    TaskListener recordApproval(Pricing pricing) {
        return task -> DISCOUNT_APPROVED.set(
                task,
                pricing.decide(number(task), PROPOSAL_VERSION.find(task), FormValues.of(task), task.getAssignee()));
    }

    @Bean
    JavaDelegate takeLastOrder(Repeating repeating) {
        return execution -> repeating.repeatLastOrder(execution.getProcessBusinessKey(), COMPANY_NUMBER.get(execution));
    }

    @Bean
    JavaDelegate calculateProposal(Pricing pricing) {
        return execution -> {
            var totals = pricing.totals(execution.getProcessBusinessKey());
            DISCOUNT_PERCENT.set(execution, totals.discountPercent());
            MARGIN_PERCENT.set(execution, totals.marginPercent());
            NET_AMOUNT.set(execution, totals.netAmount());
        };
    }

    @Bean
    JavaDelegate sendProposal(ProposalSending sending) {
        return execution ->
                PROPOSAL_SENT.set(execution, sending.send(execution.getProcessBusinessKey(), execution.getVariables()));
    }

    @Bean
    JavaDelegate createOrder(EndingSales ending) {
        return execution -> {
            ORDER_NUMBER.set(execution, ending.won(execution.getProcessBusinessKey(), COMPANY_NUMBER.get(execution)));
            SALE_RESULT.set(execution, SaleResult.WON);
        };
    }

    @Bean
    JavaDelegate suppressSale(EndingSales ending) {
        return execution ->
                SALE_RESULT.set(execution, ending.over(execution.getProcessBusinessKey(), SaleResult.SUPPRESSED));
    }

    @Bean
    JavaDelegate cancelSale(EndingSales ending) {
        return execution ->
                SALE_RESULT.set(execution, ending.over(execution.getProcessBusinessKey(), SaleResult.CANCELLED));
    }

    private static void load(DelegateTask task, Negotiating negotiating, Companies companies) {
        SALE_CASE.setLocal(task, number(task));
        SALE_COMPANY.setLocal(task, companies.get(COMPANY_NUMBER.get(task)).name());
        SALE_STORY.setLocal(task, negotiating.story(number(task)));
    }

    private static void answer(DelegateTask task, Negotiating negotiating) {
        Step step = negotiating.record(
                number(task),
                COMPANY_NUMBER.get(task),
                task.getTaskDefinitionKey(),
                FormValues.of(task),
                task.getAssignee());
        SALE_STEP.set(task, step.answer());
        LATER_UNTIL.set(task, text(step.laterUntil()));
        MEETING_DUE.set(task, text(step.meeting()));
        SALE_RESULT.set(task, step.result());
    }

    private static @Nullable String text(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toString();
    }

    private static String number(DelegateTask task) {
        return task.getExecution().getProcessBusinessKey();
    }
}
