package salesconveyor.companies;

/** A company that we know already, and by what it was recognised. */
public record Match(String companyNumber, By by) {
    /** The strongest first. */
    public enum By {
        TAX_NUMBER("Tax number"),
        WEB_DOMAIN("Web domain"),
        PHONE("Phone"),
        EMAIL("E-mail"),
        NAME("Name and city");

        private final String title;

        By(String title) {
            this.title = title;
        }

        /** The English words for it, a key of the texts. */
        public String title() {
            return title;
        }
    }
}
