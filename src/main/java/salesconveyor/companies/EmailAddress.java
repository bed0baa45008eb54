package salesconveyor.companies;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.EmailValidator;

/** One spelling for each mail address, so that who unsubscribed as {@code Anna@Example.com} is known as anna@example.com. */
public final class EmailAddress {
    private static final int LONGEST = 254;
    // Quoted local parts are allowed by the standard and used by nobody but attackers.
    private static final Pattern PLAIN = Pattern.compile("[^\\s\"<>(),;:\\\\\\[\\]@]+@[^\\s\"<>(),;:\\\\\\[\\]@]+");

    private EmailAddress() {}

    /** The address in its one spelling; empty when the text is not a single plain address. */
    public static Optional<String> normal(String text) {
        String address = text.strip();
        if (address.length() > LONGEST
                || !PLAIN.matcher(address).matches()
                || !EmailValidator.getInstance().isValid(address)) {
            return Optional.empty();
        }
        int at = address.lastIndexOf('@');
        return Optional.of((address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1)))
                        .toLowerCase(Locale.ROOT))
                .filter(normal -> normal.length() <= LONGEST);
    }
}
