package salesconveyor.selling;

import static java.nio.charset.StandardCharsets.UTF_8;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.parameter.ParticipationLevel;
import biweekly.parameter.ParticipationStatus;
import biweekly.property.Attendee;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.property.Status;
import java.time.Instant;
import java.util.Date;
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
    /** @param name of a person, or of our company */
    record Person(String name, String email) {}

    Mail.Attachment request(Instant now) {
        return file(Method.request(), Status.confirmed(), meeting.sequence(), now);
    }

    /** @param sequence one more than that of the invitation */
    Mail.Attachment cancel(int sequence, Instant now) {
        return file(Method.cancel(), Status.cancelled(), sequence, now);
    }

    private Mail.Attachment file(Method method, Status status, int sequence, Instant now) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Sales Conveyor//Meetings//EN");
        calendar.setMethod(method);
        calendar.addEvent(event(status, sequence, now));
        String type = "text/calendar; charset=UTF-8; method=" + method.getValue();
        return new Mail.Attachment(
                "invite.ics", type, Biweekly.write(calendar).go().getBytes(UTF_8));
    }

    private VEvent event(Status status, int sequence, Instant now) {
        VEvent event = new VEvent();
        event.setUid(meeting.uid());
        event.setSequence(sequence);
        event.setDateTimeStamp(Date.from(now));
        event.setDateStart(Date.from(meeting.starts().toInstant()), true);
        event.setDateEnd(Date.from(meeting.ends().toInstant()), true);
        event.setSummary(title);
        event.setDescription(notes);
        event.setStatus(status);
        String where = where();
        if (!where.isEmpty()) {
            event.setLocation(where);
        }
        if (meeting.link() != null) {
            event.setUrl(meeting.link());
        }
        event.setOrganizer(new Organizer(host.name(), host.email()));
        event.addAttendee(attendee(host.name(), host.email(), ParticipationStatus.ACCEPTED));
        meeting.addresses()
                .forEach(address -> event.addAttendee(attendee(null, address, ParticipationStatus.NEEDS_ACTION)));
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
