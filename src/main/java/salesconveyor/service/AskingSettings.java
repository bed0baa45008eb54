package salesconveyor.service;

import java.time.Period;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How often and how long clients are asked whether they are satisfied. */
@Component
class AskingSettings {
    private final String publicUrl;
    private final Period patience;
    private final Period callWithin;
    private final Period pause;
    private final int validDays;

    AskingSettings(
            @Value("${conveyor.public-url:http://localhost:8080}") String publicUrl,
            @Value("${conveyor.service.survey-patience:P5D}") Period patience,
            @Value("${conveyor.service.survey-call-within:P14D}") Period callWithin,
            @Value("${conveyor.service.survey-pause:P60D}") Period pause,
            @Value("${conveyor.service.survey-valid-days:30}") int validDays) {
        this.publicUrl = publicUrl;
        this.patience = patience;
        this.callWithin = callWithin;
        this.pause = pause;
        this.validDays = validDays;
    }

    String link(String token) {
        return publicUrl.replaceAll("/+$", "") + "/public/satisfaction/" + token;
    }

    /** How long the mail waits for an answer before the client is reminded, and as long again before a caller asks. */
    Period patience() {
        return patience;
    }

    /** How long after that a caller may ask. */
    Period callWithin() {
        return callWithin;
    }

    /** How long a client is not asked again. */
    Period pause() {
        return pause;
    }

    /** How long the link works. */
    int validDays() {
        return validDays;
    }
}
