package salesconveyor.billing;

/** Which paper closes a delivery under Russian law, and how its numbers begin. */
public enum ClosingKind {
    /**
     * The universal transfer document in the form of the tax service's letter MMV-20-3/96@ of 21.10.2013. With VAT it is
     * invoice and transfer in one (status 1), without VAT the transfer alone (status 2).
     */
    UPD,
    /** An act of services rendered, where no VAT is charged on them (Law 402-FZ art. 9). */
    ACT
}
