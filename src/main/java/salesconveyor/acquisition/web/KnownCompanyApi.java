package salesconveyor.acquisition.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import salesconveyor.acquisition.TypingIn;
import salesconveyor.companies.CompanyFacts;
import salesconveyor.companies.Fact;

/** Tells whoever types in a contact, while they type, whether the company is known and its case runs. */
@RestController
class KnownCompanyApi {
    /** @param sentence empty when the company is new to us */
    record Known(String sentence) {}

    private final TypingIn typing;

    KnownCompanyApi(TypingIn typing) {
        this.typing = typing;
    }

    @GetMapping("/api/known-companies")
    Known known(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @Nullable String phone,
            @RequestParam(required = false) @Nullable String email) {
        if (name.isBlank()) {
            return new Known("");
        }
        CompanyFacts facts = CompanyFacts.of(name).with(Fact.PHONE, phone).with(Fact.EMAIL, email);
        return new Known(typing.foresee(facts).orElse(""));
    }
}
