package salesconveyor.payments;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A booked entry as our tables keep it: what came in is positive. */
record BankEntry(
        long id,
        BigDecimal amount,
        String currency,
        LocalDate booked,
        @Nullable String endToEndId,
        @Nullable String reference,
        String purpose,
        @Nullable String partyName,
        @Nullable String partyIban,
        @Nullable String partyTaxNumber,
        boolean returned,
        @Nullable String returnReason,
        @Nullable String matchRule,
        @Nullable String resolution) {

    boolean incoming() {
        return amount.signum() > 0;
    }

    Received received() {
        return new Received(
                amount,
                currency,
                partyIban,
                partyTaxNumber,
                Stream.of(reference, endToEndId, purpose)
                        .filter(Objects::nonNull)
                        .toList());
    }

    /** All words in which an invoice may be named. */
    List<String> words() {
        return Stream.of(reference, endToEndId, purpose)
                .filter(Objects::nonNull)
                .toList();
    }
}
