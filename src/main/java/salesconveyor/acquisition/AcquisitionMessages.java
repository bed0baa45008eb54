package salesconveyor.acquisition;

import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import salesconveyor.engine.Nudges;
import salesconveyor.engine.UrgentTasks;
import salesconveyor.engine.UrgentTasks.Urgency;

/** What stage 1 tells the process: somebody asked, or asked again. */
@Component
class AcquisitionMessages {
    private final Nudges nudges;
    private final Calling calling;
    private final Researching researching;
    private final InquiryPromise promise;
    private final CallHolding holding;
    private final UrgentTasks urgent;
    private final ApplicationEventPublisher events;

    AcquisitionMessages(
            Nudges nudges,
            Calling calling,
            Researching researching,
            InquiryPromise promise,
            CallHolding holding,
            UrgentTasks urgent,
            ApplicationEventPublisher events) {
        this.nudges = nudges;
        this.calling = calling;
        this.researching = researching;
        this.promise = promise;
        this.holding = holding;
        this.urgent = urgent;
        this.events = events;
    }

    void inquiryReceived(String opportunity, String company) {
        nudges.start("inquiryReceived", opportunity, Map.of(AcquireClient.COMPANY_NUMBER.name(), company));
    }

    /** Wakes a case that waits; the tasks that are open already become urgent and show the new words. */
    void inquiryRepeated(String opportunity, String company) {
        try {
            nudges.toCase("inquiryRepeated", opportunity);
            var urgency = new Urgency(CallCompany.INQUIRY_DUE, promise.fromNow(company), CallPlanning.INQUIRY);
            urgent.hurry(opportunity, "callCompany", urgency, "BoundaryEvent_InquiryLate", holding::late);
            urgent.hurry(
                    opportunity, "researchCompany", urgency, "BoundaryEvent_InquiryLateInResearch", (who, due) -> due);
            // A researcher sees the card and its sources, and nothing of what the calls brought.
            nudges.show(
                    opportunity,
                    AcquireClient.CARD_FACTS,
                    station -> station.equals("researchCompany")
                            ? researching.facts(opportunity, company)
                            : calling.leadFacts(opportunity, company));
            events.publishEvent(new InquiryRepeated(opportunity));
        } catch (OptimisticLockingException e) {
            // Somebody completed a task of the case in this very moment; whoever called tries again.
            throw new OptimisticLockingFailureException("The case " + opportunity + " moved on meanwhile", e);
        }
    }

    /** Whether stage 1 or 2 works on it, whose forms show the inquiry; later stages have other forms. */
    boolean showsInquiries(String opportunity) {
        return nudges.runs("acquireClient", opportunity) || nudges.runs("sellToClient", opportunity);
    }
}
