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

    /** @return how many stages of the case waited for it */
    int caseCancelled(String caseNumber) {
        return nudges.toCase("caseCancelled", caseNumber);
    }
}
