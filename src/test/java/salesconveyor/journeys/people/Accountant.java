package salesconveyor.journeys.people;

/** Controls the payments. */
public class Accountant extends Person {
    public Accountant(Belt belt) {
        super(belt, "accountant");
    }

    /** @param statement a bank statement as the bank gives it */
    public void imports(byte[] statement) {
        String number = starts("importStatement", "statementFile", statement);
        belt.works(number);
    }
}
