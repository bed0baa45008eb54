package salesconveyor.line;

import org.jspecify.annotations.Nullable;

/**
 * What a case is about.
 *
 * @param number of the opportunity; in stage 4 of the client
 * @param owner the manager who accepted it, in stage 4 the account manager; nobody yet
 */
public record CaseFile(
        String number,
        String companyNumber,
        String companyName,
        @Nullable String owner) {
    /** A head of sales decides on every case, its owner on this one. */
    public boolean mayBeDecidedBy(Viewer viewer) {
        return viewer.isHead() || viewer.login().equals(owner);
    }
}
