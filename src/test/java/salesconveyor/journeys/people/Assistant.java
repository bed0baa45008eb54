package salesconveyor.journeys.people;

/** Takes the paper off the managers. */
public class Assistant extends Person {
    public Assistant(Belt belt) {
        super(belt, "assistant");
    }

    public void proposes(String deal, String sku, int quantity, int discountPercent) {
        does(
                deal,
                "prepareProposal",
                "outcome",
                "READY",
                "proposalRows",
                "[{\"sku\":\"%s\",\"quantity\":%d,\"discountPercent\":%d}]".formatted(sku, quantity, discountPercent));
    }
}
