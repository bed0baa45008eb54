package salesconveyor.companies;

/** What somebody must not be contacted by. */
public enum ContactScope {
    /** Not at all. */
    COMPANY(true),
    /** No calls; as callers and managers work by phone, it ends their cases too. */
    PHONE(true),
    /** No letters by mail. */
    MAIL(false),
    /** No mailings; a case that runs goes on. */
    MARKETING(false);

    private final boolean endsCases;

    ContactScope(boolean endsCases) {
        this.endsCases = endsCases;
    }

    boolean endsCases() {
        return endsCases;
    }
}
