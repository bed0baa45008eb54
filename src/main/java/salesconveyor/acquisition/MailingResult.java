package salesconveyor.acquisition;

/** How a mailing ended. */
enum MailingResult {
    SENT,
    DISCARDED,
    REJECTED,
    EXPIRED,
    CANCELLED
}
