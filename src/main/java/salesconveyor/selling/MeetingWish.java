package salesconveyor.selling;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import salesconveyor.engine.FormValues;
import salesconveyor.engine.Refused;

/**
 * What a manager entered about a meeting.
 *
 * @param minutes how long; empty: as before, an hour at first
 * @param place empty: as before
 * @param guests mail addresses of the client's side; empty: as before
 */
record MeetingWish(
        OffsetDateTime starts,
        @Nullable Integer minutes,
        @Nullable String place,
        @Nullable String link,
        @Nullable String guests) {
    static final int USUAL_MINUTES = 60;
    private static final int LONGEST = 600;
    private static final int MOST_GUESTS = 10;

    static MeetingWish of(FormValues form, OffsetDateTime starts) {
        Integer minutes = form.integer("meetingMinutes");
        if (minutes != null && (minutes < 5 || minutes > LONGEST)) {
            throw new Refused("A meeting takes from {0} to {1} minutes.", 5, LONGEST);
        }
        List<String> guests = Meeting.split(form.text("meetingGuests"));
        if (guests.size() > MOST_GUESTS) {
            throw new Refused("An invitation goes to {0} people at most.", MOST_GUESTS);
        }
        guests.forEach(Negotiating::checkedAddress);
        return new MeetingWish(
                starts,
                minutes,
                form.text("meetingPlace"),
                checkedLink(form.text("meetingLink")),
                guests.isEmpty() ? null : String.join(", ", guests));
    }

    /** It becomes a link in other people's calendars: nothing but a web address may. */
    private static @Nullable String checkedLink(@Nullable String link) {
        if (link != null && !isWebAddress(link)) {
            throw new Refused("{0} is not a link; it starts with https://.", link);
        }
        return link;
    }

    private static boolean isWebAddress(String link) {
        try {
            String scheme = new URI(link).getScheme();
            return scheme != null && scheme.matches("(?i)https?");
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
