package salesconveyor.payments.statement;

import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who is at the other end: who paid us, or whom we paid. A returned payment keeps the roles of the first one. */
record Party(@Nullable String name, @Nullable String iban) {
    static Party of(Element payment, boolean fromDebtor, String ownAccount) {
        Party debtor = role(payment, "Dbtr");
        Party creditor = role(payment, "Cdtr");
        return Stream.of(fromDebtor ? debtor : creditor, fromDebtor ? creditor : debtor)
                .filter(party -> party.name != null || party.iban != null)
                .filter(party -> !ownAccount.equals(party.iban))
                .findFirst()
                .orElse(new Party(null, null));
    }

    private static Party role(Element payment, String role) {
        String people = "RltdPties/";
        String iban = payment.text(people + role + "Acct/Id/IBAN");
        return new Party(
                payment.text(
                        people + role + "/Nm",
                        people + role + "/Pty/Nm",
                        people + "Ultmt" + role + "/Nm",
                        people + "Ultmt" + role + "/Pty/Nm"),
                iban == null ? null : iban.replace(" ", "").toUpperCase(Locale.ROOT));
    }
}
