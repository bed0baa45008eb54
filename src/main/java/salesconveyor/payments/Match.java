package salesconveyor.payments;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * Which invoices a payment settles, and by which rule.
 *
 * @param rest what no invoice takes
 * @param named the invoices that the payer named and we know
 * @param candidates the companies that may have paid, where a person must decide
 */
record Match(Rule rule, List<Share> shares, BigDecimal rest, Set<String> named, Set<String> candidates) {

    record Share(String invoiceNumber, BigDecimal amount) {}

    enum Rule {
        /** The payer named one invoice and paid exactly what is open. */
        EXACT,
        /** One payment for several invoices, to the cent. */
        SEVERAL,
        /** No invoice is named, but payer's account or tax number is known and the amount is that of an open invoice. */
        PAYER,
        /** Less than is open on what the payer named. */
        PARTIAL,
        /** More than is open on what the payer named; the rest is his credit. */
        OVER,
        /** What the payer named has been paid before, or the money may have been told of before. */
        DUPLICATE,
        /** For certain money that was told of before: it settles nothing. */
        TOLD,
        /** No rule can place it. */
        UNMATCHED
    }

    /** Whether an accountant must say what this money is for. */
    boolean needsPerson() {
        return rule == Rule.DUPLICATE || rule == Rule.UNMATCHED;
    }
}
