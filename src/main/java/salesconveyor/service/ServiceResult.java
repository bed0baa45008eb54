package salesconveyor.service;

/** How stage 3 ends; the spine asks for it. */
public enum ServiceResult {
    SERVED,
    CANCELLED,
    CLIENT_LOST
}
