package salesconveyor.economics.web;

import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import salesconveyor.engine.Refused;
import salesconveyor.shared.Texts;

/** Leads back to the page with what was done, or with what was wrong and all that was entered. */
@Component
class Reply {
    private final Texts texts;

    Reply(Texts texts) {
        this.texts = texts;
    }

    /** @param step does it and gives the sentence that says so */
    String to(
            String page, Map<String, String> fields, Locale language, RedirectAttributes flash, Supplier<String> step) {
        try {
            flash.addFlashAttribute("done", step.get());
        } catch (Refused refused) {
            flash.addFlashAttribute("problem", texts.say(language, refused.sentence(), refused.arguments()));
            flash.addFlashAttribute("entered", fields);
        }
        return "redirect:" + page;
    }
}
