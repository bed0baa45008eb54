package salesconveyor.payments.statement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One account over one period: its booked entries, and its balances where the bank gives them. */
public record Statement(
        String id,
        String account,
        @Nullable Balance opening,
        @Nullable Balance closing,
        List<Entry> entries,
        List<Warning> warnings) {}
