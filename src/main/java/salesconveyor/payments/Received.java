package salesconveyor.payments;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import salesconveyor.payments.statement.Entry;

/** Money that came in, with all words in which the payer may have named an invoice. */
record Received(
        BigDecimal amount,
        String currency,
        @Nullable String payerIban,
        @Nullable String payerTaxNumber,
        List<String> words) {
    Received {
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException("Nothing was received: " + amount);
        }
    }

    static Received of(Entry entry) {
        return new Received(
                entry.amount(),
                entry.currency(),
                entry.partyIban(),
                entry.partyTaxNumber(),
                Stream.of(entry.reference(), entry.endToEndId(), entry.text())
                        .filter(Objects::nonNull)
                        .toList());
    }
}
