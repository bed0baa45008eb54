package salesconveyor.acquisition;

import org.jspecify.annotations.Nullable;
import salesconveyor.acquisition.list.Column;

/**
 * A list of companies that a marketer handed in.
 *
 * @param showName of the trade show that it comes from
 * @param source where the addresses come from, in words
 * @param callScript id of the form that the callers work with; empty: the usual one
 */
record LeadList(
        String number,
        String channel,
        @Nullable String showName,
        String source,
        @Nullable String callScript,
        String fileName,
        @Nullable String uploadedBy,
        int mappingRounds) {

    /** A column of the file, and what it holds; nothing: it is left out. */
    record ListColumn(int place, String title, @Nullable Column holds) {}

    /** What within the channel brought its companies: the show, else this very list. */
    String campaign() {
        return showName == null ? number : showName;
    }

    /** What a card says of where its facts come from. */
    String origin() {
        String show = showName == null ? "" : showName + ", ";
        String origin = number + ": " + show + source;
        return origin.substring(0, Math.min(origin.length(), 500));
    }
}
