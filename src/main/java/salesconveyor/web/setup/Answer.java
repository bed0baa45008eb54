package salesconveyor.web.setup;

import java.util.List;
import java.util.Locale;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import salesconveyor.engine.Refused;
import salesconveyor.shared.Texts;

/** What a form of the first-run page answers: back to its section, with what was done or what is wrong. */
record Answer(String section, Locale locale, Texts texts, RedirectAttributes flash) {
    String done(String sentence) {
        flash.addFlashAttribute("done", sentence);
        return back();
    }

    String refused(Refused refused) {
        return problems(List.of(say(refused)));
    }

    String problems(List<String> sentences) {
        flash.addFlashAttribute("problems", sentences);
        return back();
    }

    String say(Refused refused) {
        return texts.say(locale, refused.sentence(), refused.arguments());
    }

    private String back() {
        flash.addFlashAttribute("section", section);
        return "redirect:/pages/setup#" + section;
    }
}
