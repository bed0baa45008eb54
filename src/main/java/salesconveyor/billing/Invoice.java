package salesconveyor.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An invoice, proforma or credit note as it was issued. Amounts are positive, also of a credit note.
 *
 * @param due the last day to pay; of a proforma the last day it is valid
 * @param corrects the invoice that a credit note corrects
 * @param proforma the paid proforma that an invoice follows
 * @param withdrawn a proforma that nobody paid
 */
public record Invoice(
        String number,
        InvoiceKind kind,
        String orderNumber,
        String companyNumber,
        BigDecimal net,
        BigDecimal vat,
        BigDecimal gross,
        String currency,
        LocalDate issued,
        LocalDate due,
        @Nullable String corrects,
        @Nullable String proforma,
        boolean withdrawn) {}
