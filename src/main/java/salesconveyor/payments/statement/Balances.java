package salesconveyor.payments.statement;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the opening balance and the booked entries give the closing one: else entries may be missing. */
final class Balances {
    static final String NOT_CLOSED =
            "The balances do not close: {0} and the entries give {1}, but the bank says {2}. Entries may be missing.";
    static final String NO_BALANCES =
            "The bank gave no opening or no closing balance, so nobody can tell whether entries are missing.";

    private Balances() {}

    static List<Warning> check(@Nullable Balance opening, @Nullable Balance closing, BigDecimal booked) {
        if (opening == null || closing == null) {
            return List.of(new Warning(NO_BALANCES));
        }
        BigDecimal expected = opening.amount().add(booked);
        boolean closes =
                expected.compareTo(closing.amount()) == 0 && opening.currency().equals(closing.currency());
        return closes
                ? List.of()
                : List.of(new Warning(NOT_CLOSED, opening.words(), expected.toPlainString(), closing.words()));
    }
}
