package salesconveyor.selling;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A meeting with a client as calendars know it.
 *
 * @param uid the same for all changes of this meeting (RFC 5545, 3.8.4.7)
 * @param sequence 0 for the first invitation, one more for each change (RFC 5545, 3.8.7.4)
 * @param place empty and no link: by phone
 * @param guests mail addresses of the client's side, separated by a comma
 * @param manager login of our side
 */
record Meeting(
        long id,
        String opportunityNumber,
        String companyNumber,
        String uid,
        int sequence,
        OffsetDateTime starts,
        int minutes,
        @Nullable String place,
        @Nullable String link,
        @Nullable String guests,
        @Nullable String manager) {
    OffsetDateTime ends() {
        return starts.plusMinutes(minutes);
    }

    List<String> addresses() {
        return split(guests);
    }

    static List<String> split(@Nullable String addresses) {
        return addresses == null
                ? List.of()
                : Arrays.stream(addresses.split("[,;\\s]+"))
                        .filter(address -> !address.isBlank())
                        .distinct()
                        .toList();
    }
}
