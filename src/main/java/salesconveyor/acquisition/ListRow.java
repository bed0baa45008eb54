package salesconveyor.acquisition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a list and what is to become of it.
 *
 * @param column where the problem is
 * @param reason why the row is not new, or what of it is left out
 * @param companyNumber the company that it was recognised as
 */
public record ListRow(
        int line,
        List<String> cells,
        State state,
        @Nullable String column,
        @Nullable String reason,
        @Nullable String companyNumber,
        @Nullable String rowKey) {
    /** NEW rows are started; the others say why not. */
    public enum State {
        NEW("New"),
        DUPLICATE("Duplicates"),
        SUPPRESSED("Contact forbidden"),
        WRONG("Wrong"),
        IGNORED("Ignored"),
        READ("Not compared yet");

        private final String title;

        State(String title) {
            this.title = title;
        }

        /** The English words for it, a key of the texts. */
        public String title() {
            return title;
        }
    }
}
