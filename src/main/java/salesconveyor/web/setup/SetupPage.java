package salesconveyor.web.setup;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import salesconveyor.catalogue.Products;
import salesconveyor.companies.Sellers;
import salesconveyor.engine.Staff;
import salesconveyor.mail.Outbox;
import salesconveyor.people.Role;
import salesconveyor.shared.Texts;

/** Leads an administrator through seller data, catalogue, people and mail; each form has its own class. */
@Controller
class SetupPage {
    /** A role with the people who have it. */
    record Station(String group, String title, List<String> people) {}

    /** How the form calls the fields that the papers cannot do without. */
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("name", "Company name"),
            Map.entry("street", "Street and number"),
            Map.entry("postcode", "Postcode"),
            Map.entry("city", "City"),
            Map.entry("country", "Country, two letters"),
            Map.entry("taxNumber", "Tax number"),
            Map.entry("iban", "IBAN or account number"),
            Map.entry("bic", "BIC"),
            Map.entry("bank", "Bank"),
            Map.entry("correspondentAccount", "Correspondent account (Russia)"),
            Map.entry("kpp", "KPP (Russian organisation)"),
            Map.entry("email", "Mail address"),
            Map.entry("currency", "Currency, three letters"),
            Map.entry("profile", "The papers follow the rules of"));

    private final Sellers sellers;
    private final Products products;
    private final Staff staff;
    private final Gaps gaps;
    private final Texts texts;
    private final Outbox outbox;
    private final String folder;

    SetupPage(
            Sellers sellers,
            Products products,
            Staff staff,
            Gaps gaps,
            Texts texts,
            Outbox outbox,
            @Value("${conveyor.outbox:./data/outbox}") String folder) {
        this.sellers = sellers;
        this.products = products;
        this.staff = staff;
        this.gaps = gaps;
        this.texts = texts;
        this.outbox = outbox;
        this.folder = folder;
    }

    @GetMapping("/pages/setup")
    String page(@RequestParam(required = false) @Nullable String sku, Model model, Locale locale) {
        model.addAttribute("gaps", gaps.open().stream().map(Enum::name).toList());
        model.addAttribute(
                "missing",
                sellers.missing().stream()
                        .map(field -> texts.say(locale, FIELDS.getOrDefault(field, field)))
                        .collect(Collectors.joining(", ")));
        if (!model.containsAttribute("seller")) {
            model.addAttribute("seller", sellers.find().orElse(null));
        }
        model.addAttribute("products", products.all());
        model.addAttribute("edited", sku == null ? null : products.find(sku).orElse(null));
        model.addAttribute("people", staff.all());
        model.addAttribute("stations", stations(locale));
        model.addAttribute("smtp", gaps.hasMailServer());
        model.addAttribute("outbox", folder);
        model.addAttribute("mails", mails(locale));
        return "setup";
    }

    private List<Outbox.Posted> mails(Locale locale) {
        return outbox.newest(5).stream()
                .map(mail -> new Outbox.Posted(mail.to(), mail.subject(), state(locale, mail.state()), mail.problem()))
                .toList();
    }

    private String state(Locale locale, String state) {
        return switch (state) {
            case "SENT" -> texts.say(locale, "sent");
            case "REFUSED" -> texts.say(locale, "refused");
            case "BOUNCED" -> texts.say(locale, "came back");
            case "WITHDRAWN" -> texts.say(locale, "not sent, the recipient does not want it any more");
            case "DOUBTFUL" -> texts.say(locale, "may have arrived");
            default -> texts.say(locale, "waiting");
        };
    }

    private List<Station> stations(Locale locale) {
        List<Staff.Person> people = staff.all();
        return Arrays.stream(Role.values())
                .map(role -> new Station(
                        role.group(),
                        texts.say(locale, role.title()),
                        people.stream()
                                .filter(person -> person.groups().contains(role.group()))
                                .map(Staff.Person::login)
                                .toList()))
                .toList();
    }
}
