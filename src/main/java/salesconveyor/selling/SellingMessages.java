package salesconveyor.selling;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import salesconveyor.acquisition.InquiryRepeated;
import salesconveyor.engine.Nudges;

/** What stage 2 tells its cases: the client wrote again, so the open task must show it. */
@Component
class SellingMessages {
    private final Nudges nudges;
    private final Negotiating negotiating;

    SellingMessages(Nudges nudges, Negotiating negotiating) {
        this.nudges = nudges;
        this.negotiating = negotiating;
    }

    @EventListener
    void inquiryRepeated(InquiryRepeated inquiry) {
        String opportunity = inquiry.opportunityNumber();
        nudges.show(opportunity, SellToClient.SALE_STORY, negotiating.story(opportunity));
    }
}
