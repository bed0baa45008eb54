package salesconveyor.selling;

/** How stage 2 ends; the spine asks for it. */
public enum SaleResult {
    WON,
    LOST,
    SUPPRESSED,
    CANCELLED
}
