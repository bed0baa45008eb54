package salesconveyor.engine.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import salesconveyor.engine.ModelKind;
import salesconveyor.engine.Models;
import salesconveyor.engine.Models.InForce;
import salesconveyor.shared.Texts;

/** What is in force and whose it is, for process owners: back to another version, and the running cases with it. */
@Controller
class ModelPages {
    /** The models of one kind. */
    record Group(String title, ModelKind kind, List<InForce> models) {}

    private final Models models;
    private final Texts texts;

    ModelPages(Models models, Texts texts) {
        this.models = models;
        this.texts = texts;
    }

    @GetMapping("/pages/models")
    String all(Model page, Locale locale, @Nullable CsrfToken token) {
        Map<ModelKind, List<InForce>> all = models.all().stream().collect(Collectors.groupingBy(InForce::kind));
        page.addAttribute(
                "groups",
                Arrays.stream(ModelKind.values())
                        .map(kind -> new Group(title(kind, locale), kind, all.getOrDefault(kind, List.of())))
                        .toList());
        page.addAttribute(
                "differing",
                all.values().stream()
                        .flatMap(List::stream)
                        .filter(InForce::differs)
                        .toList());
        return page(page, token, "models");
    }

    @GetMapping("/pages/models/{id}")
    String one(@PathVariable String id, Model page, @Nullable CsrfToken token) {
        InForce model = models.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        page.addAttribute("model", model);
        page.addAttribute("versions", models.versions(model));
        page.addAttribute("process", model.kind() == ModelKind.PROCESS);
        return page(page, token, "model");
    }

    private String page(Model page, @Nullable CsrfToken token, String template) {
        page.addAttribute("token", token == null ? null : token.getToken());
        return template;
    }

    private String title(ModelKind kind, Locale locale) {
        return switch (kind) {
            case PROCESS -> texts.say(locale, "Processes");
            case DECISION -> texts.say(locale, "Decisions");
            case FORM -> texts.say(locale, "Forms");
        };
    }
}
