package salesconveyor.acquisition.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import salesconveyor.acquisition.CampaignFigures;
import salesconveyor.acquisition.CampaignFigures.Figures;
import salesconveyor.shared.Texts;

/** What became of the newest mailings, for marketers and heads of sales. */
@Controller
class CampaignsPage {
    private static final int AT_MOST = 100;

    /** A mailing in the words of its reader. */
    record Row(Figures figures, String state) {}

    private final CampaignFigures figures;
    private final Texts texts;

    CampaignsPage(CampaignFigures figures, Texts texts) {
        this.figures = figures;
        this.texts = texts;
    }

    @GetMapping("/pages/campaigns")
    String campaigns(Model model, Locale language) {
        model.addAttribute(
                "rows",
                figures.newest(AT_MOST).stream()
                        .map(one -> new Row(one, state(one.result(), language)))
                        .toList());
        return "campaigns";
    }

    private String state(@Nullable String result, Locale language) {
        return switch (result == null ? "" : result) {
            case "SENT" -> texts.say(language, "sent");
            case "DISCARDED" -> texts.say(language, "discarded");
            case "REJECTED" -> texts.say(language, "rejected");
            case "EXPIRED" -> texts.say(language, "expired");
            case "CANCELLED" -> texts.say(language, "cancelled");
            default -> texts.say(language, "at work");
        };
    }
}
