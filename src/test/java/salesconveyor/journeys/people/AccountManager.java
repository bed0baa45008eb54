package salesconveyor.journeys.people;

/** Develops the client. */
public class AccountManager extends Person {
    public AccountManager(Belt belt) {
        super(belt, "accountManager");
    }

    /** @param client the client's number, which is the case of stage 4 */
    public void agreesOnTheNextOrderOf(String client) {
        does(client, "contactClient", "outcome", "NEXT_ORDER", "wish", "The same again");
    }
}
