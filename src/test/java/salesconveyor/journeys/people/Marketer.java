package salesconveyor.journeys.people;

/** Brings companies onto the belt. */
public class Marketer extends Person {
    public Marketer(Belt belt) {
        super(belt, "marketer");
    }

    /** @return the number of the case */
    public String typesIn(String company) {
        return starts("salesConveyor", "companyName", company, "channel", "REFERRAL");
    }
}
