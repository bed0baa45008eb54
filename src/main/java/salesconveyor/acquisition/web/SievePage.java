package salesconveyor.acquisition.web;

import java.util.Arrays;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import salesconveyor.acquisition.Calibrating;
import salesconveyor.acquisition.Channel;
import salesconveyor.engine.Refused;
import salesconveyor.shared.Texts;

/** How well the sieve works, and what other thresholds would have done, for those who tune it. */
@Controller
class SievePage {
    private static final SieveQuestion USUAL = new SieveQuestion(null, null, null, null, null);

    /** A channel as it is offered. */
    record Choice(String key, String title) {}

    private final Calibrating calibrating;
    private final Texts texts;

    SievePage(Calibrating calibrating, Texts texts) {
        this.calibrating = calibrating;
        this.texts = texts;
    }

    @GetMapping("/pages/sieve")
    String sieve(SieveQuestion question, Model model, Locale locale) {
        try {
            model.addAttribute("sieve", question.ask(calibrating));
        } catch (Refused refused) {
            model.addAttribute("problem", texts.say(locale, refused.sentence(), refused.arguments()));
            model.addAttribute("sieve", USUAL.ask(calibrating));
        }
        model.addAttribute(
                "channels",
                Arrays.stream(Channel.values())
                        .map(channel -> new Choice(channel.name(), texts.say(locale, channel.title())))
                        .toList());
        return "sieve";
    }
}
