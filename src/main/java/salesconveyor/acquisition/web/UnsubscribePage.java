package salesconveyor.acquisition.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import salesconveyor.acquisition.Unsubscribing;

/**
 * The way out of our mailings. Opening the link changes nothing, because scanners of mail open every link; the button
 * and the one click of a mail program (RFC 8058) both post.
 */
@Controller
class UnsubscribePage {
    private final Unsubscribing unsubscribing;

    UnsubscribePage(Unsubscribing unsubscribing) {
        this.unsubscribing = unsubscribing;
    }

    @GetMapping("/public/unsubscribe/{token}")
    String ask(@PathVariable String token, Model model, HttpServletResponse response) {
        return show(unsubscribing.address(token), false, model, response);
    }

    @PostMapping("/public/unsubscribe/{token}")
    String unsubscribe(@PathVariable String token, Model model, HttpServletResponse response) {
        return show(unsubscribing.unsubscribe(token), true, model, response);
    }

    private static String show(Optional<String> address, boolean done, Model model, HttpServletResponse response) {
        if (address.isEmpty()) {
            response.setStatus(404);
        }
        model.addAttribute("address", address.orElse(null));
        model.addAttribute("done", done);
        return "public/unsubscribe";
    }
}
