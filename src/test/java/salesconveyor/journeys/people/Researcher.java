package salesconveyor.journeys.people;

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
                "+49 30 901820",
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
