package salesconveyor.payments;

/** How the collecting of an invoice ended. */
enum CollectionResult {
    PAID,
    EXPIRED,
    CREDITED,
    WRITTEN_OFF
}
