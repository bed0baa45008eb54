package salesconveyor.acquisition.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import salesconveyor.acquisition.ConsentWords;
import salesconveyor.acquisition.InquiryDesk;
import salesconveyor.acquisition.InquiryForm;
import salesconveyor.acquisition.Visit;
import salesconveyor.shared.Sentence;
import salesconveyor.shared.Texts;

/** The inquiry form for visitors of our site and readers of our mailings. */
@Controller
class InquiryPage {
    private final InquiryDesk desk;
    private final ConsentWords words;
    private final RateLimit limit;
    private final Texts texts;
    private final String privacy;

    InquiryPage(
            InquiryDesk desk,
            ConsentWords words,
            RateLimit limit,
            Texts texts,
            @Value("${conveyor.privacy-url:}") String privacy) {
        this.desk = desk;
        this.words = words;
        this.limit = limit;
        this.texts = texts;
        this.privacy = privacy;
    }

    @ModelAttribute("privacy")
    String privacy() {
        return privacy;
    }

    @GetMapping("/public/inquiry")
    String empty(@ModelAttribute("inquiry") InquiryForm form, Model model, Locale language) {
        model.addAttribute("problems", Map.of());
        model.addAttribute("boxes", words.in(language));
        return "public/inquiry";
    }

    @PostMapping(path = "/public/inquiry", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String receive(
            @ModelAttribute("inquiry") InquiryForm form,
            Model model,
            Locale language,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!limit.allows(request.getRemoteAddr())) {
            return again(model, Map.of("", InquiryApi.TOO_MANY), 429, language, response);
        }
        Map<String, Sentence> problems = desk.receive(form, new Visit(request.getRemoteAddr(), language));
        model.addAttribute("news", form.wantsNews());
        return problems.isEmpty() ? "public/thanks" : again(model, problems, 400, language, response);
    }

    private String again(
            Model model, Map<String, Sentence> problems, int status, Locale language, HttpServletResponse response) {
        Map<String, String> sentences = new LinkedHashMap<>();
        problems.forEach((field, sentence) -> sentences.put(field, sentence.in(language, texts)));
        model.addAttribute("problems", sentences);
        model.addAttribute("boxes", words.in(language));
        response.setStatus(status);
        return "public/inquiry";
    }
}
