package salesconveyor.payments;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Our account as banks call it in their files: by its IBAN (ISO 13616), by bank code and number ({@code
 * 37040044/532013000}, usual in MT940 of German banks), or by its number alone, which ends the IBAN.
 */
record OwnAccount(String iban) {
    private static final int SHORTEST = 7;
    private static final Pattern NATIONAL = Pattern.compile("(?:([A-Z0-9]+)/)?0*(\\d+)");

    OwnAccount {
        iban = normal(iban);
    }

    boolean is(String account) {
        String text = normal(account).replaceAll("[.-]", "");
        if (text.equals(iban)) {
            return true;
        }
        Matcher national = NATIONAL.matcher(text);
        if (!iban.matches("[A-Z]{2}.*")
                || !national.matches()
                || national.group(2).length() < SHORTEST) {
            return false;
        }
        String bank = national.group(1) == null || !national.group(1).matches("\\d+") ? "" : national.group(1);
        // Behind country and check digits: the bank, then zeros and the number.
        return iban.substring(4).matches(Pattern.quote(bank) + "[A-Z0-9]*?0*" + national.group(2));
    }

    static String normal(String account) {
        return account.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }
}
