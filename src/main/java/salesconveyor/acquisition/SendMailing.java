package salesconveyor.acquisition;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import salesconveyor.engine.FormValues;
import salesconveyor.engine.ProcessModel;
import salesconveyor.engine.Variable;

/** Java twin of processes/sendMailing.bpmn. The business key is the mailing's number. */
@ProcessModel("sendMailing")
class SendMailing {
    static final Variable<Boolean> MAILING_READY = Variable.bool("mailingReady"); // answers "Mailing ready?"
    static final Variable<Boolean> MAILING_APPROVED = Variable.bool("mailingApproved"); // answers "Mailing approved?"
    static final Variable<Boolean> ANOTHER_TRY = Variable.bool("anotherTry"); // answers "Another try?"
    static final Variable<Boolean> MORE_RECIPIENTS = Variable.bool("moreRecipients"); // answers "More recipients?"
    static final Variable<MailingResult> MAILING_RESULT = Variable.key("mailingResult", MailingResult.class);

    // Shown on the forms, for the task alone.
    static final Variable<String> MAILING_CASE = Variable.string("mailingCase");
    static final Variable<String> MAILING_NAME = Variable.string("mailingName");
    static final Variable<String> MAILING_REJECTION = Variable.string("mailingRejection");
    static final Variable<Integer> MAILING_COUNT = Variable.integer("mailingCount");
    static final Variable<String> MAILING_PREVIEW = Variable.string("mailingPreview");
    static final Variable<String> MAILING_AUDIENCE = Variable.string("mailingAudience");
    static final Variable<String> MAILING_CLASS = Variable.string("mailingClass");
    static final Variable<String> MAILING_INDUSTRY = Variable.string("mailingIndustry");
    static final Variable<String> MAILING_REGION = Variable.string("mailingRegion");
    static final Variable<String> SEGMENT = Variable.string("segment");
    static final Variable<String> MAILING_SUBJECT = Variable.string("mailingSubject");
    static final Variable<String> MAILING_TEXT = Variable.string("mailingText");

    @Bean
    ExecutionListener openCampaign(Campaigning campaigning) {
        return execution -> {
            execution.setProcessBusinessKey(campaigning.open(FormValues.of(execution)));
            MAILING_RESULT.set(execution, MailingResult.EXPIRED);
        };
    }

    @Bean
    TaskListener loadMailing(Campaigns campaigns) {
        return task -> {
            var campaign = campaigns.get(number(task));
            MAILING_CASE.setLocal(task, campaign.number());
            MAILING_NAME.setLocal(task, campaign.name());
            MAILING_REJECTION.setLocal(task, campaign.rejectReason());
            SEGMENT.setLocal(
                    task, campaign.segment() == null ? null : campaign.segment().name());
            MAILING_CLASS.setLocal(task, campaign.clientClass());
            MAILING_INDUSTRY.setLocal(task, campaign.industry());
            MAILING_REGION.setLocal(task, campaign.region());
            MAILING_SUBJECT.setLocal(task, campaign.subject());
            MAILING_TEXT.setLocal(task, campaign.body());
        };
    }

    @Bean
    TaskListener recordMailing(Campaigning campaigning) {
        return task -> {
            boolean ready = campaigning.prepare(number(task), FormValues.of(task), task.getAssignee());
            MAILING_READY.set(task, ready);
            MAILING_RESULT.set(task, ready ? MailingResult.EXPIRED : MailingResult.DISCARDED);
        };
    }

    @Bean
    TaskListener loadMailingApproval(
            Campaigning campaigning, Campaigns campaigns, MailingPlan plan, Recipients recipients) {
        return task -> {
            var campaign = campaigns.get(number(task));
            MAILING_CASE.setLocal(task, number(task));
            MAILING_NAME.setLocal(task, campaign.name());
            MAILING_AUDIENCE.setLocal(task, plan.audience(campaign));
            MAILING_COUNT.setLocal(task, recipients.count(number(task)));
            MAILING_PREVIEW.setLocal(task, campaigning.preview(number(task)));
        };
    }

    @Bean
    TaskListener recordMailingApproval(Campaigning campaigning) {
        return task -> {
            boolean approved = campaigning.decide(number(task), FormValues.of(task), task.getAssignee());
            boolean again = campaigning.mayTryAgain(number(task));
            MAILING_APPROVED.set(task, approved);
            ANOTHER_TRY.set(task, again);
            MAILING_RESULT.set(
                    task, approved ? MailingResult.SENT : again ? MailingResult.EXPIRED : MailingResult.REJECTED);
        };
    }

    @Bean
    JavaDelegate sendMailingBatch(Campaigning campaigning) {
        return execution -> MORE_RECIPIENTS.set(execution, campaigning.sendBatch(execution.getProcessBusinessKey()));
    }

    @Bean
    JavaDelegate cancelMailing() {
        return execution -> MAILING_RESULT.set(execution, MailingResult.CANCELLED);
    }

    @Bean
    ExecutionListener recordMailingEnd(Campaigns campaigns) {
        return execution -> campaigns.ended(execution.getProcessBusinessKey(), MAILING_RESULT.get(execution));
    }

    private static String number(DelegateTask task) {
        return task.getExecution().getProcessBusinessKey();
    }
}
