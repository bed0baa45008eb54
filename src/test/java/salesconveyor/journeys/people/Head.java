package salesconveyor.journeys.people;

import java.util.Map;

/** Decides what goes beyond the rules. */
public class Head extends Person {
    public Head(Belt belt) {
        super(belt, "head");
    }

    public void approves(String deal) {
        does(deal, "approveDiscount", "outcome", "APPROVE");
    }

    public void refuses(String deal) {
        does(deal, "approveDiscount", "outcome", "REJECT", "rejectReason", "Too much");
    }

    public void cancels(String deal) {
        belt.runs(deal);
        assertDone("cancel", "/api/cases/" + deal + "/cancel", Map.of("reason", "A test order"));
        belt.works(deal);
    }
}
