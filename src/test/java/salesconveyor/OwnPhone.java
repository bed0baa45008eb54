package salesconveyor;

/** A valid number in Berlin for one case alone: companies with the same number are one company to us. */
public class OwnPhone {
    private OwnPhone() {}

    /** @param caseNumber like {@code L-2026-000123} */
    public static String of(String caseNumber) {
        return "+49 30 4018" + caseNumber.substring(caseNumber.length() - 4);
    }
}
