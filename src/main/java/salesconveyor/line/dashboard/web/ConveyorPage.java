package salesconveyor.line.dashboard.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The conveyor for heads of sales, who need no Cockpit: the figures come from {@link ConveyorApi}. */
@Controller
class ConveyorPage {
    @GetMapping("/pages/conveyor")
    String conveyor() {
        return "conveyor";
    }
}
