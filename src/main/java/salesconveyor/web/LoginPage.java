package salesconveyor.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttribute;

/** Leads whoever opens one of our pages without a login to one: the same login as Tasklist's. */
@Controller
class LoginPage {
    @GetMapping("/public/login")
    String login(
            @RequestParam(defaultValue = "/") String next,
            @SessionAttribute(name = "CAMUNDA_CSRF_TOKEN", required = false) @Nullable String token,
            Model model) {
        model.addAttribute("token", token);
        // Only to our own pages: a foreign address here would make us a springboard.
        model.addAttribute("next", next.matches("/pages/[\\w/-]*") ? next : "/");
        return "login";
    }
}
