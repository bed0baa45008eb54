package salesconveyor.companies;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A fact on a card that a call proved wrong.
 *
 * @param fact the number or the name that was wrong; nothing when the card had none
 * @param author login of whoever had written it, whose defect it is; nobody when the program or nobody had
 * @param source where the author had it from
 * @param reporter login of the caller
 * @param note what the caller says of it
 */
public record Defect(
        Kind kind,
        String companyNumber,
        String opportunityNumber,
        @Nullable String fact,
        @Nullable String author,
        @Nullable String source,
        @Nullable String reporter,
        OffsetDateTime reported,
        @Nullable String note) {
    /** What was wrong; a call's outcome of the same name tells it. */
    public enum Kind {
        WRONG_NUMBER("wrong number"),
        WRONG_PERSON("wrong person");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** The English words for it, a key of the texts. */
        public String title() {
            return title;
        }
    }
}
