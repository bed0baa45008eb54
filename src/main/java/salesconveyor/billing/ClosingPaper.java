package salesconveyor.billing;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The paper that closes a delivery under Russian law.
 *
 * @param shipment the number of the delivery
 * @param shipped the day of the delivery
 */
public record ClosingPaper(
        String number,
        ClosingKind kind,
        String shipment,
        String orderNumber,
        String companyNumber,
        LocalDate issued,
        LocalDate shipped,
        BigDecimal net,
        BigDecimal vat,
        BigDecimal gross,
        String currency) {}
