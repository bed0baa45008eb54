package salesconveyor.line.web;

import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import salesconveyor.line.Searching;

/** The search field of Tasklist. */
@RestController
class SearchApi {
    private static final int LONGEST = 100;

    private final Searching searching;

    SearchApi(Searching searching) {
        this.searching = searching;
    }

    /** @param q of more than 100 characters the first 100 count */
    @GetMapping("/api/search")
    Searching.Result search(@RequestParam(defaultValue = "") String q, Authentication login) {
        return searching.search(q.substring(0, Math.min(q.length(), LONGEST)), CaseApi.viewer(login));
    }
}
