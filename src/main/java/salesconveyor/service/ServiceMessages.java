package salesconveyor.service;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.stereotype.Component;
import salesconveyor.engine.Nudges;

/** What stage 3 tells its running cases, and asks the decision tables outside of them. */
@Component
class ServiceMessages {
    private final Nudges nudges;
    private final DecisionService decisions;

    ServiceMessages(Nudges nudges, DecisionService decisions) {
        this.nudges = nudges;
        this.decisions = decisions;
    }

    /** @return whether a case waited for the answer, or was busy and will read it */
    boolean satisfactionAnswered(String opportunity) {
        try {
            return nudges.toCase("satisfactionAnswered", opportunity) > 0
                    || nudges.runs("measureSatisfaction", opportunity);
        } catch (OptimisticLockingException e) {
            // The timer or the caller was quicker by a moment: the step that follows reads the table.
            return true;
        }
    }

    /** A low score that nobody waits for any more: its client is won back in a case of its own. */
    void scoreCameLate(Surveys.Survey survey) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(ServeClient.ORDER_NUMBER.name(), survey.orderNumber());
        variables.put(ServeClient.COMPANY_NUMBER.name(), survey.companyNumber());
        variables.put(ServeClient.MANAGER.name(), survey.manager());
        nudges.start("scoreCameLate", survey.opportunityNumber(), variables);
    }

    /** What a score means, by the table as it is deployed now. */
    String level(int score) {
        return decisions
                .evaluateDecisionTableByKey("satisfactionLevel", Map.of("score", score))
                .getSingleEntry();
    }
}
