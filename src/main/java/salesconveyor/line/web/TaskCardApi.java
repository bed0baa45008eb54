package salesconveyor.line.web;

import java.util.List;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import salesconveyor.line.TaskCards;

/** The facts on the cards of Tasklist, for a whole page of them at once. */
@RestController
class TaskCardApi {
    /** A page of Tasklist has 15. */
    private static final int AT_MOST = 100;

    private final TaskCards cards;

    TaskCardApi(TaskCards cards) {
        this.cards = cards;
    }

    @GetMapping("/api/tasks/cards")
    Map<String, TaskCards.Card> cards(
            @RequestParam(name = "id", defaultValue = "") List<String> ids, Authentication login) {
        return cards.of(ids.stream().limit(AT_MOST).toList(), CaseApi.viewer(login));
    }
}
