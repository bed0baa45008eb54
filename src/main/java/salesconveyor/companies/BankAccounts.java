package salesconveyor.companies;

import java.util.Locale;
import org.iban4j.BicUtil;
import org.iban4j.Iban4jException;
import org.iban4j.IbanUtil;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import salesconveyor.engine.Refused;

/** Bank accounts that exist by their check digits: money sent to a mistyped one comes back late or never. */
@Component
class BankAccounts {
    private static final String RUSSIAN_WEIGHTS = "71371371371371371371371";

    String international(String text) {
        String iban = text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        try {
            IbanUtil.validate(iban);
            return iban;
        } catch (Iban4jException e) {
            throw new Refused("{0} is not a valid IBAN: please compare it with the bank statement.", text);
        }
    }

    @Nullable
    String bic(@Nullable String bic) {
        if (bic == null) {
            return null;
        }
        try {
            BicUtil.validate(bic);
            return bic;
        } catch (Iban4jException e) {
            throw new Refused("BIC: {0} cannot be right. Leave it empty or copy it from a bank statement.", bic);
        }
    }

    /** An account of twenty digits whose key fits the bank, and the bank's own account. */
    String russian(String text, @Nullable String bik, @Nullable String correspondent) {
        String account = text.replaceAll("\\s", "");
        if (bik == null || !bik.matches("04\\d{7}")) {
            throw new Refused("BIK: {0} cannot be right. It has nine digits and begins with 04.", String.valueOf(bik));
        }
        if (!account.matches("\\d{20}") || !fits(bik.substring(6) + account)) {
            throw new Refused("Account: {0} does not fit the bank with the BIK {1}. Check both.", text, bik);
        }
        if (correspondent == null
                || !correspondent.matches("\\d{20}")
                || !fits("0" + bik.substring(4, 6) + correspondent)) {
            throw new Refused(
                    "Correspondent account: {0} does not fit the bank with the BIK {1}. Check both.",
                    String.valueOf(correspondent), bik);
        }
        return account;
    }

    /** The key of the Bank of Russia: the weighted digits, of each product the last one, add up to tens. */
    private static boolean fits(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (RUSSIAN_WEIGHTS.charAt(i) - '0') % 10;
        }
        return sum % 10 == 0;
    }
}
