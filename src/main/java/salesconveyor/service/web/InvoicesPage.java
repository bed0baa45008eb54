package salesconveyor.service.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttribute;
import salesconveyor.service.PaperDesk;

/** The papers that went to clients: what is open, to download, to send again, and who did what with each. */
@Controller
class InvoicesPage {
    private static final int AT_MOST = 100;

    private final PaperDesk desk;

    InvoicesPage(PaperDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/pages/invoices")
    String page(
            Model model,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean open,
            @SessionAttribute(name = "CAMUNDA_CSRF_TOKEN", required = false) @Nullable String token) {
        var rows = desk.rows(q, open, AT_MOST);
        model.addAttribute("rows", rows);
        model.addAttribute("more", rows.size() == AT_MOST);
        model.addAttribute("q", q);
        model.addAttribute("open", open);
        model.addAttribute("token", token);
        return "invoices";
    }
}
