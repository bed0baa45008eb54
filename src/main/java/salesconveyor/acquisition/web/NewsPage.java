package salesconveyor.acquisition.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import salesconveyor.acquisition.Confirming;

/** The link that proves an address. Opening it changes nothing, because scanners of mail open every link. */
@Controller
class NewsPage {
    private final Confirming confirming;

    NewsPage(Confirming confirming) {
        this.confirming = confirming;
    }

    @GetMapping("/public/news/{token}")
    String ask(@PathVariable String token, Model model, HttpServletResponse response) {
        return show(confirming.look(token), model, response);
    }

    @PostMapping("/public/news/{token}")
    String confirm(@PathVariable String token, Model model, HttpServletRequest request, HttpServletResponse response) {
        return show(confirming.confirm(token, request.getRemoteAddr()), model, response);
    }

    private static String show(Confirming.Link link, Model model, HttpServletResponse response) {
        response.setStatus(
                switch (link.state()) {
                    case UNKNOWN -> 404;
                    case EXPIRED -> 410;
                    case OPEN, CONFIRMED -> 200;
                });
        model.addAttribute("state", link.state().name());
        model.addAttribute("address", link.email());
        return "public/news";
    }
}
