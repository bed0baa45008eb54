package salesconveyor.acquisition.list;

/** What a column of a list may hold. */
public enum Column {
    COMPANY("Company"),
    PERSON("Contact person"),
    FIRST_NAME("First name"),
    LAST_NAME("Last name"),
    POSITION("Position"),
    PHONE("Phone"),
    EMAIL("E-mail"),
    WEBSITE("Website"),
    TAX_NUMBER("Tax number"),
    INDUSTRY("Industry"),
    CITY("City"),
    COUNTRY("Country"),
    NOTE("Note");

    private final String title;

    Column(String title) {
        this.title = title;
    }

    /** The English words for it, a key of the texts. */
    public String title() {
        return title;
    }
}
