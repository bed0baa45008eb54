package salesconveyor.service.web;

import java.time.YearMonth;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import salesconveyor.engine.Refused;
import salesconveyor.service.MeasuringSatisfaction;
import salesconveyor.service.Satisfaction;
import salesconveyor.service.Satisfaction.Part;
import salesconveyor.shared.Dates;
import salesconveyor.shared.Texts;

/** How satisfied clients are, for heads of sales and account managers. */
@Controller
class SatisfactionFiguresPage {
    private final MeasuringSatisfaction measuring;
    private final Dates dates;
    private final Texts texts;

    SatisfactionFiguresPage(MeasuringSatisfaction measuring, Dates dates, Texts texts) {
        this.measuring = measuring;
        this.dates = dates;
        this.texts = texts;
    }

    @GetMapping("/pages/satisfaction")
    String satisfaction(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            Model model,
            Locale locale) {
        Satisfaction figures;
        try {
            figures = measuring.of(Days.of(from), Days.of(to));
        } catch (Refused refused) {
            model.addAttribute("problem", texts.say(locale, refused.sentence(), refused.arguments()));
            figures = measuring.of(null, null);
        }
        model.addAttribute("figures", figures);
        model.addAttribute(
                "months",
                figures.months().stream()
                        .map(part -> new Part(
                                part.key(),
                                dates.month(YearMonth.parse(String.valueOf(part.key())), locale),
                                part.rating()))
                        .toList());
        model.addAttribute(
                "channels",
                figures.channels().stream()
                        .map(part -> new Part(part.key(), said(part.name(), locale), part.rating()))
                        .toList());
        return "satisfactionFigures";
    }

    private @Nullable String said(@Nullable String title, Locale locale) {
        return title == null ? null : texts.say(locale, title);
    }
}
