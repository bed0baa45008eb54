package salesconveyor.selling;

import static java.nio.charset.StandardCharsets.UTF_8;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.parameter.ParticipationLevel;
import biweekly.parameter.ParticipationStatus;
import biweekly.property.Attendee;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.property.Status;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import salesconveyor.mail.Mail;

/**
 * A meeting as an iCalendar file (RFC 5545), to be mailed as RFC 5546 says. All times are in UTC, which every calendar
 * shows in its reader's own zone.
 *
 * @param title what the calendar shows
 * @param notes below it
 * @param host who invites, and where answers go
 */
record MeetingFile(Meeting meeting, String title, String notes, Person host) {
    private static final int MOST_OCTETS = 75;

    /** @param name of a person, or of our company */
    record Person(String name, String email) {}

    Mail.Attachment request(Instant now) {
        return file(Method.request(), event(Status.confirmed(), meeting.sequence(), now, meeting.addresses()));
    }

    /** @param sequence one more than that of the invitation */
    Mail.Attachment cancel(int sequence, Instant now) {
        return file(Method.cancel(), event(Status.cancelled(), sequence, now, meeting.addresses()));
    }

    /**
     * For somebody who is no longer invited: the meeting itself stands, so that its state and sequence stay (RFC 5546,
     * 3.2.5), or an invitation that comes again with the same sequence would not count.
     */
    Mail.Attachment uninvite(String address, Instant now) {
        return file(Method.cancel(), event(null, meeting.sequence(), now, List.of(address)));
    }

    private static Mail.Attachment file(Method method, VEvent event) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Sales Conveyor//Meetings//EN");
        calendar.setMethod(method);
        calendar.addEvent(event);
        String type = "text/calendar; charset=UTF-8; method=" + method.getValue();
        return new Mail.Attachment("invite.ics", type, written(calendar).getBytes(UTF_8));
    }

    /** A line has at most 75 octets (RFC 5545, 3.1); the library counts characters, of which a letter may take several. */
    private static String written(ICalendar calendar) {
        String text = write(calendar, MOST_OCTETS);
        int widest = text.codePoints()
                .map(letter -> Character.toString(letter).getBytes(UTF_8).length / Character.charCount(letter))
                .max()
                .orElse(1);
        return widest == 1 ? text : write(calendar, MOST_OCTETS / widest);
    }

    private static String write(ICalendar calendar, int lineLength) {
        StringWriter text = new StringWriter();
        try (ICalWriter writer = new ICalWriter(text, ICalVersion.V2_0)) {
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(lineLength);
            writer.write(calendar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private VEvent event(@Nullable Status status, int sequence, Instant now, List<String> addresses) {
        VEvent event = new VEvent();
        event.setUid(meeting.uid());
        event.setSequence(sequence);
        event.setDateTimeStamp(Date.from(now));
        event.setDateStart(Date.from(meeting.starts().toInstant()), true);
        event.setDateEnd(Date.from(meeting.ends().toInstant()), true);
        event.setSummary(title);
        event.setDescription(notes);
        if (status != null) {
            event.setStatus(status);
        }
        String where = where();
        if (!where.isEmpty()) {
            event.setLocation(where);
        }
        if (meeting.link() != null) {
            event.setUrl(meeting.link());
        }
        event.setOrganizer(new Organizer(host.name(), host.email()));
        event.addAttendee(attendee(host.name(), host.email(), ParticipationStatus.ACCEPTED));
        addresses.forEach(address -> event.addAttendee(attendee(null, address, ParticipationStatus.NEEDS_ACTION)));
        return event;
    }

    /** The place, the link, or both; empty: by phone. */
    private String where() {
        return Stream.of(meeting.place(), meeting.link())
                .filter(text -> text != null)
                .collect(Collectors.joining(", "));
    }

    private static Attendee attendee(@Nullable String name, String email, ParticipationStatus status) {
        Attendee attendee = new Attendee(name, email);
        attendee.setParticipationLevel(ParticipationLevel.REQUIRED);
        attendee.setParticipationStatus(status);
        attendee.setRsvp(status == ParticipationStatus.NEEDS_ACTION);
        return attendee;
    }
}
