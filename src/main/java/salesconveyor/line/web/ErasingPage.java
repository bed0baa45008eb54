package salesconveyor.line.web;

import java.util.List;
import java.util.Locale;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import salesconveyor.companies.CardSearch;
import salesconveyor.companies.Companies;
import salesconveyor.companies.Company;
import salesconveyor.line.Erasing;
import salesconveyor.shared.Texts;

/** Where an administrator answers a request to be forgotten: look the company up, see what stands in the way, erase. */
@Controller
class ErasingPage {
    private static final int NEWEST = 20;

    /** A card that was found; looked through is the one that was asked for: then it is known what must be ended first. */
    record Found(Company card, boolean erased, boolean lookedThrough, List<String> obstacles) {}

    private final Erasing erasing;
    private final CardSearch search;
    private final Companies companies;
    private final Texts texts;

    ErasingPage(Erasing erasing, CardSearch search, Companies companies, Texts texts) {
        this.erasing = erasing;
        this.search = search;
        this.companies = companies;
        this.texts = texts;
    }

    @GetMapping("/pages/erasing")
    String page(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String card,
            Model model,
            Locale locale) {
        model.addAttribute("q", q);
        model.addAttribute(
                "found",
                search.find(q).stream()
                        .map(one -> found(one, one.number().equals(card), locale))
                        .toList());
        model.addAttribute("done", erasing.newest(NEWEST));
        return "erasing";
    }

    @PostMapping("/pages/erasing")
    String erase(
            @RequestParam String company,
            @RequestParam(defaultValue = "false") boolean sure,
            Authentication login,
            Locale locale,
            RedirectAttributes flash) {
        if (!companies.exists(company)) {
            flash.addFlashAttribute("problem", texts.say(locale, "There is no company {0}.", company));
        } else if (!sure) {
            flash.addFlashAttribute("problem", texts.say(locale, "Please tick that you are sure."));
        } else if (erasing.erase(company, login.getName()).obstacles().isEmpty()) {
            flash.addFlashAttribute("erased", texts.say(locale, "{0} is erased.", company));
            return "redirect:/pages/erasing";
        }
        // What stands in the way is shown beside the company.
        flash.addAttribute("q", company);
        flash.addAttribute("card", company);
        return "redirect:/pages/erasing";
    }

    /** It takes a search through all that runs, and is therefore done for one card alone. */
    private Found found(Company one, boolean look, Locale locale) {
        return new Found(
                one, companies.isErased(one.number()), look, look ? obstacles(one.number(), locale) : List.of());
    }

    private List<String> obstacles(String company, Locale locale) {
        return erasing.obstacles(company).stream()
                .map(obstacle -> texts.say(locale, obstacle.sentence(), obstacle.arguments()))
                .toList();
    }
}
