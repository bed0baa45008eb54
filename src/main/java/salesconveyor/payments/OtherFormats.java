package salesconveyor.payments;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import salesconveyor.payments.statement.Entry;
import salesconveyor.payments.statement.StatementFile;

/**
 * Finds the movements of a file that came before in another format of the bank, which words the same movement
 * otherwise: each stored one of that day and amount stands for one of the file, by the payer's account first, then for
 * any that it does not contradict.
 */
@Component
class OtherFormats {
    /** ISO 13616; a national number of an account cannot be compared with it. */
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{8,30}");

    private final Statements statements;

    OtherFormats(Statements statements) {
        this.statements = statements;
    }

    /** @return the keys of the movements that are known */
    Set<String> know(StatementFile.Format format, String account, List<Entry> entries) {
        Map<String, List<Statements.Told>> stored = new HashMap<>();
        Set<String> known = new HashSet<>();
        for (BiPredicate<Entry, Statements.Told> same : List.<BiPredicate<Entry, Statements.Told>>of(
                OtherFormats::isOfOnePayer, OtherFormats::mayBeOfOnePayer)) {
            for (Entry entry : entries) {
                List<Statements.Told> left = stored.computeIfAbsent(
                        entry.booked() + " " + entry.amount() + " " + entry.currency(),
                        day -> new ArrayList<>(statements.inOtherFormats(format, account, entry)));
                if (!known.contains(entry.key())) {
                    left.stream()
                            .filter(told -> same.test(entry, told))
                            .findFirst()
                            .ifPresent(told -> {
                                left.remove(told);
                                known.add(entry.key());
                            });
                }
            }
        }
        return known;
    }

    private static boolean isOfOnePayer(Entry entry, Statements.Told told) {
        return entry.partyIban() != null && entry.partyIban().equals(told.partyIban());
    }

    private static boolean mayBeOfOnePayer(Entry entry, Statements.Told told) {
        return !isIban(entry.partyIban()) || !isIban(told.partyIban()) || isOfOnePayer(entry, told);
    }

    private static boolean isIban(@Nullable String account) {
        return account != null && IBAN.matcher(account).matches();
    }
}
