package salesconveyor.selling;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The meetings with clients; each sale has one planned meeting at most. */
@Component
@Transactional
class Meetings {
    private final JdbcClient jdbc;

    Meetings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The meeting that is planned now. */
    Optional<Meeting> planned(String opportunity) {
        return jdbc.sql("select id, opportunity_number, company_number, uid, sequence, starts, minutes, place, link,"
                        + " guests, manager from meeting where opportunity_number = ? and state = 'PLANNED'")
                .param(opportunity)
                .query(Meeting.class)
                .optional();
    }

    /** A new meeting, or the planned one changed: the same one for calendars, with the next sequence. */
    Meeting plan(String opportunity, String company, MeetingWish wish, @Nullable String manager) {
        Meeting before = planned(opportunity).orElse(null);
        if (before == null) {
            int minutes = wish.minutes() == null ? MeetingWish.USUAL_MINUTES : wish.minutes();
            jdbc.sql("insert into meeting (opportunity_number, company_number, uid, sequence, starts, minutes, place,"
                            + " link, guests, manager, state) values (?, ?, ?, 0, ?, ?, ?, ?, ?, ?, 'PLANNED')")
                    .params(
                            opportunity,
                            company,
                            UUID.randomUUID().toString(),
                            wish.starts(),
                            minutes,
                            wish.place(),
                            wish.link(),
                            wish.guests(),
                            manager)
                    .update();
        } else {
            jdbc.sql("update meeting set sequence = sequence + 1, starts = ?, minutes = coalesce(?, minutes),"
                            + " place = coalesce(?, place), link = coalesce(?, link), guests = coalesce(?, guests),"
                            + " manager = ? where id = ?")
                    .params(
                            wish.starts(),
                            wish.minutes(),
                            wish.place(),
                            wish.link(),
                            wish.guests(),
                            manager,
                            before.id())
                    .update();
        }
        return planned(opportunity).orElseThrow();
    }

    /** The meeting took place, or nobody has to be told that it does not. */
    void over(Meeting meeting) {
        end(meeting, "OVER");
    }

    void cancelled(Meeting meeting) {
        jdbc.sql("update meeting set sequence = sequence + 1 where id = ?")
                .param(meeting.id())
                .update();
        end(meeting, "CANCELLED");
    }

    private void end(Meeting meeting, String state) {
        jdbc.sql("update meeting set state = ? where id = ?")
                .params(state, meeting.id())
                .update();
    }
}
