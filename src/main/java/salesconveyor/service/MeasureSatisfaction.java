package salesconveyor.service;

import static salesconveyor.service.ServeClient.COMPANY_NUMBER;
import static salesconveyor.service.ServeClient.MANAGER;
import static salesconveyor.service.ServeClient.ORDER_NUMBER;
import static salesconveyor.service.ServeClient.SERVICE_CASE;
import static salesconveyor.service.ServeClient.SERVICE_COMPANY;
import static salesconveyor.service.ServeClient.SERVICE_CONTACT;
import static salesconveyor.service.ServeClient.SERVICE_RESULT;
import static salesconveyor.service.ServeClient.SERVICE_STORY;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import salesconveyor.engine.FormValues;
import salesconveyor.engine.ProcessModel;
import salesconveyor.engine.Variable;

/** Java twin of processes/measureSatisfaction.bpmn. The business key is the opportunity's number. */
@ProcessModel("measureSatisfaction")
class MeasureSatisfaction {
    static final Variable<Boolean> MAY_ASK = Variable.bool("mayAsk"); // answers "May we ask?"
    static final Variable<String> SURVEY_PATIENCE = Variable.string("surveyPatience"); // ISO duration
    static final Variable<String> ASK_UNTIL = Variable.string("askUntil"); // ISO date and time with offset
    static final Variable<Asking.Next> SURVEY_STEP = Variable.key("surveyStep", Asking.Next.class);
    static final Variable<Integer> SCORE = Variable.integer("score");

    // Shown on the form, for the task alone.
    static final Variable<String> GIVEN_ANSWER = Variable.string("givenAnswer");

    @Bean
    JavaDelegate checkSurvey(Surveying surveying) {
        return execution -> {
            MAY_ASK.set(
                    execution,
                    surveying.open(
                            ORDER_NUMBER.get(execution),
                            execution.getProcessBusinessKey(),
                            COMPANY_NUMBER.get(execution),
                            MANAGER.find(execution)));
            SURVEY_PATIENCE.set(
                    execution, surveying.patience(ORDER_NUMBER.get(execution)).toString());
        };
    }

    @Bean
    JavaDelegate sendSurvey(Surveying surveying) {
        return execution -> surveying.send(ORDER_NUMBER.get(execution));
    }

    @Bean
    JavaDelegate remindClient(Surveying surveying) {
        return execution -> SURVEY_PATIENCE.set(
                execution, surveying.remind(ORDER_NUMBER.get(execution)).toString());
    }

    @Bean
    JavaDelegate readSatisfaction(Asking asking) {
        return execution -> {
            String order = ORDER_NUMBER.get(execution);
            SURVEY_STEP.set(execution, asking.next(order, COMPANY_NUMBER.get(execution)));
            SCORE.set(execution, asking.score(order));
            ASK_UNTIL.set(execution, asking.askUntil(order).toString());
        };
    }

    @Bean
    TaskListener loadSatisfaction(ServiceCards cards) {
        return task -> load(task, cards);
    }

    @Bean
    TaskListener recordSatisfaction(Asking asking) {
        return task -> asking.record(
                ORDER_NUMBER.get(task),
                COMPANY_NUMBER.get(task),
                task.getExecution().getProcessBusinessKey(),
                FormValues.of(task),
                task.getAssignee());
    }

    @Bean
    TaskListener loadRecovery(ServiceCards cards, Recovering recovering) {
        return task -> {
            load(task, cards);
            GIVEN_ANSWER.setLocal(task, recovering.open(ORDER_NUMBER.get(task), COMPANY_NUMBER.get(task)));
        };
    }

    @Bean
    TaskListener recordRecovery(Recovering recovering) {
        return task -> SERVICE_RESULT.set(
                task,
                recovering.record(ORDER_NUMBER.get(task), FormValues.of(task), task.getAssignee())
                        ? ServiceResult.SERVED
                        : ServiceResult.CLIENT_LOST);
    }

    /** However the task ended: a cancelled case must not leave a complaint open for ever. */
    @Bean
    ExecutionListener closeComplaint(Complaints complaints) {
        return execution -> complaints.close(ORDER_NUMBER.get(execution), null);
    }

    @Bean
    JavaDelegate escalateRecovery(Recovering recovering) {
        return execution -> recovering.escalate(ORDER_NUMBER.get(execution), COMPANY_NUMBER.get(execution));
    }

    private static void load(DelegateTask task, ServiceCards cards) {
        var card = cards.of(ORDER_NUMBER.get(task), COMPANY_NUMBER.get(task));
        SERVICE_CASE.setLocal(task, ORDER_NUMBER.get(task));
        SERVICE_COMPANY.setLocal(task, card.company());
        SERVICE_CONTACT.setLocal(task, card.contact());
        SERVICE_STORY.setLocal(task, card.story());
    }
}
