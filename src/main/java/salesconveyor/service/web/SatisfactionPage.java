package salesconveyor.service.web;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import salesconveyor.service.Answering;
import salesconveyor.service.Answering.Page;

/** The one question that a client is asked. Mail programs open links by themselves, so looking answers nothing. */
@Controller
@RequestMapping("/public/satisfaction/{token:[A-Za-z0-9_-]{1,64}}")
class SatisfactionPage {
    private static final int MOST_COMMENT = 2000;

    private final Answering answering;

    SatisfactionPage(Answering answering) {
        this.answering = answering;
    }

    @GetMapping
    String look(@PathVariable String token, Model model, HttpServletResponse response) {
        return show(answering.look(token), model, response);
    }

    @PostMapping
    String answer(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String score,
            @RequestParam(defaultValue = "") String comment,
            Model model,
            HttpServletResponse response) {
        String mistake = mistake(score, comment);
        if (mistake == null) {
            String words = comment.isBlank() ? null : comment.strip();
            return show(answering.answer(token, Integer.parseInt(score), words), model, response);
        }
        model.addAttribute("mistake", mistake);
        model.addAttribute("comment", comment);
        model.addAttribute("score", score);
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        return show(answering.look(token), model, response);
    }

    private static @Nullable String mistake(String score, String comment) {
        if (!score.matches("\\d|10")) {
            return "score";
        }
        return comment.length() > MOST_COMMENT ? "comment" : null;
    }

    private static String show(Page page, Model model, HttpServletResponse response) {
        if (page == Page.UNKNOWN) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
        } else if (page == Page.EXPIRED || page == Page.ANSWERED_BEFORE) {
            response.setStatus(HttpStatus.GONE.value());
        }
        // The address is the key to the answer: it must not travel on with a click.
        response.setHeader("Referrer-Policy", "no-referrer");
        model.addAttribute("page", page.name());
        return "satisfaction";
    }
}
