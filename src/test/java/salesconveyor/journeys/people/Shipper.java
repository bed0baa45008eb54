package salesconveyor.journeys.people;

/** Delivers. */
public class Shipper extends Person {
    public Shipper(Belt belt) {
        super(belt, "shipper");
    }

    public void ships(String deal, int quantity) {
        does(
                deal,
                "shipOrder",
                "outcome",
                "SHIPPED",
                "shipmentRows",
                "[{\"line\":1,\"quantity\":\"%d\"}]".formatted(quantity));
    }
}
