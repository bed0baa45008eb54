package salesconveyor.service.web;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import salesconveyor.engine.Refused;
import salesconveyor.service.MeasuringSatisfaction;
import salesconveyor.service.Satisfaction;
import salesconveyor.shared.Texts;

/** How satisfied clients are, for reports; for heads of sales and account managers (people.Paths). */
@RestController
class SatisfactionApi {
    private final MeasuringSatisfaction measuring;
    private final Texts texts;

    SatisfactionApi(MeasuringSatisfaction measuring, Texts texts) {
        this.measuring = measuring;
        this.texts = texts;
    }

    /** @param from the first day, like 2026-11-24; {@code to} likewise the last one */
    @GetMapping("/api/satisfaction")
    Satisfaction satisfaction(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        return measuring.of(Days.of(from), Days.of(to));
    }

    @ExceptionHandler(Refused.class)
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    Map<String, String> refused(Refused refused, Locale locale) {
        return Map.of("message", texts.say(locale, refused.sentence(), refused.arguments()));
    }
}
