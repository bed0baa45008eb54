package salesconveyor.payments;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;

/** An invoice that is not paid in full, with what is still to be paid. */
public record OpenInvoice(String number, String companyNumber, BigDecimal open, String currency, LocalDate due) {
    static final Comparator<OpenInvoice> OLDEST_FIRST =
            Comparator.comparing(OpenInvoice::due).thenComparing(OpenInvoice::number);

    public OpenInvoice {
        if (open.signum() <= 0) {
            throw new IllegalArgumentException(number + " is not open: " + open);
        }
    }

    OpenInvoice plus(BigDecimal more) {
        return new OpenInvoice(number, companyNumber, open.add(more), currency, due);
    }
}
