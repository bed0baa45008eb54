package salesconveyor.acquisition;

/** How stage 1 ends; the spine asks for it. */
public enum LeadResult {
    ACCEPTED,
    DROPPED,
    DUPLICATE,
    SUPPRESSED,
    UNREACHABLE,
    CANCELLED
}
