package salesconveyor.journeys.people;

/** Sieves out the small fry. */
public class Caller extends Person {
    public Caller(Belt belt) {
        super(belt, "caller");
    }

    public void reachesABuyerOf(String deal, int monthly) {
        does(deal, "callCompany", "outcome", "ANSWERED", "volume", monthly, "interestLevel", "HIGH", "decides", true);
    }

    public void reachesNobody(String deal) {
        does(deal, "callCompany", "outcome", "NO_ANSWER");
    }

    public void hearsNeverCallAgain(String deal) {
        does(deal, "callCompany", "outcome", "DO_NOT_CALL");
    }
}
