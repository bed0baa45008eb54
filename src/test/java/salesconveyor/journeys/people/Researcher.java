package salesconveyor.journeys.people;

import salesconveyor.OwnPhone;

/** Finds out whom to call. */
public class Researcher extends Person {
    public Researcher(Belt belt) {
        super(belt, "researcher");
    }

    public void finds(String deal, String person) {
        does(
                deal,
                "researchCompany",
                "outcome",
                "FOUND",
                "phone",
                OwnPhone.of(deal),
                "person",
                person,
                "fit",
                "GOOD",
                "factSource",
                "their imprint");
    }

    public void findsNobody(String deal) {
        does(deal, "researchCompany", "outcome", "NOT_FOUND");
    }
}
