package salesconveyor.selling.web;

import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import salesconveyor.selling.ProposalVersions;

/** All versions of a proposal, each with its paper: what the client got stays readable whatever came later. */
@Controller
class ProposalsPage {
    private final ProposalVersions versions;

    ProposalsPage(ProposalVersions versions) {
        this.versions = versions;
    }

    @GetMapping("/pages/proposals/{opportunity}")
    String page(@PathVariable String opportunity, Model model, Locale language) {
        model.addAttribute("opportunity", opportunity);
        model.addAttribute("client", versions.client(opportunity).orElseThrow(ProposalsPage::notFound));
        model.addAttribute("versions", versions.of(opportunity, language));
        return "proposals";
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
