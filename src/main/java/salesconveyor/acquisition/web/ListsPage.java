package salesconveyor.acquisition.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import salesconveyor.acquisition.ListProgress;

/** How far each list is; the page looks again by itself while one is on its way. */
@Controller
class ListsPage {
    private static final int SHOWN = 30;

    private final ListProgress progress;

    ListsPage(ListProgress progress) {
        this.progress = progress;
    }

    @GetMapping("/pages/lists")
    String page(Model model) {
        var lists = progress.newest(SHOWN);
        model.addAttribute("lists", lists);
        model.addAttribute("moving", lists.stream().anyMatch(list -> list.step().isMoving()));
        return "lists";
    }
}
