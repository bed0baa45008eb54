package salesconveyor.acquisition;

import java.util.Arrays;
import java.util.Optional;

/** How an opportunity came to us; the names are the keys of forms and tables. */
public enum Channel {
    SITE("Inquiry on the site"),
    LIST("List"),
    TRADE_SHOW("Trade show"),
    MAILING("Mailing"),
    REFERRAL("Referral"),
    PHONE_IN("They called us"),
    REPEAT("Repeat order");

    private final String title;

    Channel(String title) {
        this.title = title;
    }

    /** The English words for it, a key of the texts. */
    public String title() {
        return title;
    }

    public static Optional<Channel> of(String key) {
        return Arrays.stream(values())
                .filter(channel -> channel.name().equals(key))
                .findFirst();
    }
}
