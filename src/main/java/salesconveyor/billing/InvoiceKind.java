package salesconveyor.billing;

/** What kind of paper it is, and how its numbers begin. */
public enum InvoiceKind {
    INVOICE("INV"),
    /** Asks for a prepayment; no tax paper. */
    PROFORMA("PF"),
    /** Takes back an invoice or a part of it. */
    CREDIT_NOTE("CN");

    private final String series;

    InvoiceKind(String series) {
        this.series = series;
    }

    String series() {
        return series;
    }
}
