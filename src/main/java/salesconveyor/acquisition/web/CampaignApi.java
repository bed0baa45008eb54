package salesconveyor.acquisition.web;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import salesconveyor.acquisition.CampaignFigures;
import salesconveyor.acquisition.MailingPlan;
import salesconveyor.engine.Refused;
import salesconveyor.shared.Texts;

/** Mailings for those who write and approve them: what a draft would be, and what became of the ones that are out. */
@RestController
class CampaignApi {
    private final CampaignFigures figures;
    private final MailingPlan plan;
    private final Texts texts;

    CampaignApi(CampaignFigures figures, MailingPlan plan, Texts texts) {
        this.figures = figures;
        this.plan = plan;
        this.texts = texts;
    }

    @GetMapping("/api/campaigns/{number}")
    ResponseEntity<CampaignFigures.Figures> figures(@PathVariable String number) {
        return ResponseEntity.of(figures.of(number));
    }

    @GetMapping("/api/campaigns/choices")
    MailingPlan.Choices choices() {
        return plan.choices();
    }

    @PostMapping("/api/campaigns/preview")
    MailingPlan.Preview preview(@RequestBody MailingPlan.Draft draft) {
        return plan.preview(draft);
    }

    @ExceptionHandler(Refused.class)
    ResponseEntity<Map<String, String>> refused(Refused refused) {
        return ResponseEntity.status(HttpStatus.BAD_REQUEST)
                .body(Map.of("message", texts.say(refused.sentence(), refused.arguments())));
    }
}
