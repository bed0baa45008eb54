package salesconveyor.line.dashboard.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import salesconveyor.engine.Identities;
import salesconveyor.people.Role;

/** The conveyor for heads of sales, who need no Cockpit: the figures come from {@link ConveyorApi}. */
@Controller
class ConveyorPage {
    private final Identities identities;

    ConveyorPage(Identities identities) {
        this.identities = identities;
    }

    @GetMapping("/pages/conveyor")
    String conveyor(Model model) {
        String own = String.valueOf(identities.current());
        // Process owners see the conveyor and not the money.
        model.addAttribute(
                "money",
                identities.isMember(own, Role.HEADS.group()) || identities.isMember(own, Role.ADMINISTRATORS.group()));
        return "conveyor";
    }
}
