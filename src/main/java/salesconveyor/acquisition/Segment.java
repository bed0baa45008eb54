package salesconveyor.acquisition;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import salesconveyor.companies.Audience.Basis;
import salesconveyor.engine.Refused;

/** Who a mailing is for; the names are the keys of the form. */
enum Segment {
    CONSENTING(Basis.CONSENT, "Everybody who agreed to get news"),
    CLIENTS(Basis.CLIENT, "Our clients"),
    /** Who answered a caller's questions, is not ready yet, and agreed to get news. */
    NURTURE(Basis.CONSENT, "Leads that are not ready yet");

    private final Basis basis;
    private final String title;

    Segment(Basis basis, String title) {
        this.basis = basis;
        this.title = title;
    }

    static Segment of(@Nullable String key) {
        return Arrays.stream(values())
                .filter(segment -> segment.name().equals(key))
                .findFirst()
                .orElseThrow(() -> new Refused("Please choose who gets the mailing."));
    }

    Basis basis() {
        return basis;
    }

    /** The English words, a key of the texts. */
    String title() {
        return title;
    }
}
