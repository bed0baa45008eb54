package salesconveyor.line;

import org.springframework.stereotype.Component;
import salesconveyor.engine.Nudges;

/** What the line tells the engine. */
@Component
class LineMessages {
    private final Nudges nudges;

    LineMessages(Nudges nudges) {
        this.nudges = nudges;
    }

    /**
     * Ends the stage that the case is in. What is collected after its stages ended, because a payment was returned or
     * a part was delivered before the case was cancelled, is ended when no stage is left.
     *
     * @return how many waited for it
     */
    int caseCancelled(String caseNumber) {
        int stages = nudges.toCase("caseCancelled", caseNumber);
        return stages > 0 ? stages : nudges.toCase("collectionCancelled", caseNumber);
    }
}
