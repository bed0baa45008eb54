package salesconveyor.acquisition.web;

import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import salesconveyor.acquisition.Calibrating;
import salesconveyor.acquisition.Calibration;
import salesconveyor.engine.Refused;
import salesconveyor.shared.Texts;

/** How well the sieve works, for reports; for heads of sales and process owners (people.Paths). */
@RestController
class SieveApi {
    private final Calibrating calibrating;
    private final Texts texts;

    SieveApi(Calibrating calibrating, Texts texts) {
        this.calibrating = calibrating;
        this.texts = texts;
    }

    @GetMapping("/api/sieve/calibration")
    Calibration calibration(SieveQuestion question) {
        return question.ask(calibrating);
    }

    @ExceptionHandler(Refused.class)
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    Map<String, String> refused(Refused refused, Locale locale) {
        return Map.of("message", texts.say(locale, refused.sentence(), refused.arguments()));
    }
}
