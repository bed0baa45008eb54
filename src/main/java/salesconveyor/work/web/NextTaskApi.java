package salesconveyor.work.web;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import salesconveyor.shared.Texts;
import salesconveyor.work.Pulling;

/** The next task of whoever asks. */
@RestController
class NextTaskApi {
    /** @param leaving the task on the screen, which is left unfinished; nothing when none is open */
    record Asked(@Nullable String leaving) {}

    /** Nothing to do, and until when as far as is known. */
    record Empty(@Nullable String task, @Nullable OffsetDateTime nextDue, String text) {}

    private final Pulling pulling;
    private final Texts texts;
    private final Clock clock;

    NextTaskApi(Pulling pulling, Texts texts, Clock clock) {
        this.pulling = pulling;
        this.texts = texts;
        this.clock = clock;
    }

    @PostMapping("/api/tasks/next")
    Object next(@RequestBody(required = false) @Nullable Asked asked, Authentication login, Locale language) {
        List<String> groups = login.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
        Optional<Pulling.Taken> taken = pulling.next(login.getName(), groups, asked == null ? null : asked.leaving());
        return taken.isPresent() ? taken.get() : nothing(login.getName(), groups, language);
    }

    private Empty nothing(String person, List<String> groups, Locale language) {
        var away = pulling.away(person).orElse(null);
        if (away != null) {
            return new Empty(
                    null,
                    away.awayUntil(),
                    texts.say(
                            language,
                            "You are entered as away until {0}, and {1} stands in for you. A head of sales can end that on the page Team.",
                            told(away.awayUntil(), language),
                            away.substitute()));
        }
        if (!pulling.onDuty(person)) {
            OffsetDateTime shift = pulling.nextShift(person).orElse(null);
            return new Empty(
                    null,
                    shift,
                    shift == null
                            ? texts.say(
                                    language,
                                    "You have no shift now, and none is planned for the next two months. A head of sales plans shifts on the page Pay.")
                            : texts.say(
                                    language,
                                    "You have no shift now; the next one begins on {0}. What you have taken stays yours until then.",
                                    told(shift, language)));
        }
        OffsetDateTime due = pulling.nextDue(person, groups).orElse(null);
        return new Empty(
                null,
                due,
                due == null
                        ? texts.say(language, "Nothing waits for your roles now, and nothing is planned yet.")
                        : texts.say(
                                language,
                                "Nothing waits for your roles now. The next task is expected on {0}.",
                                told(due, language)));
    }

    private String told(OffsetDateTime time, Locale language) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(language)
                .format(time.atZoneSameInstant(clock.getZone()));
    }
}
