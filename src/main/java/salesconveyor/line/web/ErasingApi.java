package salesconveyor.line.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import salesconveyor.companies.Companies;
import salesconveyor.line.Erasing;
import salesconveyor.shared.Texts;

/** Erasing a company by a program; for administrators alone (people.Paths). */
@RestController
class ErasingApi {
    private final Erasing erasing;
    private final Companies companies;
    private final Texts texts;

    ErasingApi(Erasing erasing, Companies companies, Texts texts) {
        this.erasing = erasing;
        this.companies = companies;
        this.texts = texts;
    }

    /** @return how many rows of which table were erased; 404 when there is no such card, 409 with what must end first */
    @PostMapping("/api/companies/{number}/erase")
    ResponseEntity<Map<String, ?>> erase(@PathVariable String number, Authentication login, Locale locale) {
        if (!companies.exists(number)) {
            return ResponseEntity.status(HttpStatus.NOT_FOUND)
                    .body(Map.of("message", texts.say(locale, "There is no company {0}.", number)));
        }
        Erasing.Result result = erasing.erase(number, login.getName());
        List<String> obstacles = result.obstacles().stream()
                .map(obstacle -> texts.say(locale, obstacle.sentence(), obstacle.arguments()))
                .toList();
        return obstacles.isEmpty()
                ? ResponseEntity.ok(result.rows())
                : ResponseEntity.status(HttpStatus.CONFLICT).body(Map.of("message", String.join(" ", obstacles)));
    }
}
