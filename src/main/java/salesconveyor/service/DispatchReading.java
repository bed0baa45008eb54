package salesconveyor.service;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import salesconveyor.engine.FormValues;
import salesconveyor.engine.Refused;

/**
 * Reads how a delivery reaches the client, as a shipper entered it. An embedded page has no rules of its own, so all is
 * checked here.
 */
@Component
class DispatchReading {
    private static final Pattern NUMBER = Pattern.compile("[\\p{L}\\p{Nd}][\\p{L}\\p{Nd} ./_-]{2,59}");

    private static final List<String> FIELDS =
            List.of("carrier", "trackingNumber", "trackingLink", "acceptedOn", "acceptedBy", "shipmentNote");

    private final Carriers carriers;
    private final Clock clock;

    DispatchReading(Carriers carriers, Clock clock) {
        this.carriers = carriers;
        this.clock = clock;
    }

    /** @param ordered before that day nothing of the order can have been accepted */
    Dispatch of(FormValues form, LocalDate ordered) {
        String carrier = form.text("carrier");
        String number = form.text("trackingNumber");
        String link = form.text("trackingLink");
        String acceptedOn = form.text("acceptedOn");
        String acceptedBy = text(form.text("acceptedBy"), "Accepted by", 200);
        String note = text(form.text("shipmentNote"), "Note for the client", 1000);
        if (carrier != null && number == null) {
            throw new Refused("Please enter the number of the parcel at {0}, or choose no carrier.", carrier);
        }
        if (number != null && !NUMBER.matcher(number).matches()) {
            throw new Refused("{0} is not the number of a parcel; it has 3 to 60 letters and digits.", number);
        }
        if ((acceptedOn == null) != (acceptedBy == null)) {
            throw new Refused(
                    "A service that was performed needs both: the day on which it was accepted, and who accepted it.");
        }
        String byCarrier = carrier == null || number == null ? null : carriers.link(carrier, number);
        return new Dispatch(
                carrier,
                number,
                link == null ? byCarrier : address(link),
                acceptedOn == null ? null : day(acceptedOn, ordered),
                acceptedBy,
                note);
    }

    /** Nothing leaves: what was entered before that was chosen is neither checked nor kept. */
    void ignore(FormValues form) {
        FIELDS.forEach(form::text);
    }

    private LocalDate day(String text, LocalDate ordered) {
        LocalDate day;
        try {
            day = LocalDate.parse(text.substring(0, Math.min(text.length(), 10)));
        } catch (DateTimeParseException e) {
            throw new Refused("\"{0}\" is no day; please write it like 2026-11-24.", text);
        }
        if (day.isBefore(ordered) || day.isAfter(LocalDate.now(clock))) {
            throw new Refused(
                    "The work cannot have been accepted on {0}: the day lies between the order on {1} and today.",
                    day.toString(), ordered.toString());
        }
        return day;
    }

    private static String address(String text) {
        try {
            URI link = URI.create(text);
            if (("https".equals(link.getScheme()) || "http".equals(link.getScheme())) && link.getHost() != null) {
                return String.valueOf(text(text, "Tracking link", 500));
            }
        } catch (IllegalArgumentException e) {
            // refused below
        }
        throw new Refused("The tracking link must be a whole web address, like https://example.com/parcel/123.");
    }

    static @Nullable String text(@Nullable String text, String label, int most) {
        if (text != null && text.length() > most) {
            throw new Refused("\"{0}\" is longer than {1} characters; please shorten it.", label, most);
        }
        return text;
    }
}
