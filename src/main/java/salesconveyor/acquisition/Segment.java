package salesconveyor.acquisition;

/** Who a mailing is for; the names are the keys of the form. */
enum Segment {
    /** Everybody who agreed to get news. */
    CONSENTING,
    /** Our clients. */
    CLIENTS,
    /** Who answered a caller's questions, is not ready yet, and agreed to get news. */
    NURTURE
}
