package salesconveyor.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import salesconveyor.ConveyorTest;
import salesconveyor.catalogue.Products;
import salesconveyor.companies.Sellers;
import salesconveyor.engine.Identities;

/** The first-run page: for administrators alone, and each form says what it did or what is wrong. */
@ConveyorTest
class SetupPageTest {
    private static final String PAGE = "/pages/setup";
    private static final String HEAD = "sku;name;category;unit;price;cost;vat rate\n";

    @LocalServerPort
    int port;

    @Autowired
    Sellers sellers;

    @Autowired
    Products products;

    @Autowired
    Identities identities;

    private Visitor admin;

    @BeforeEach
    void login() {
        admin = new Visitor(port).loggedInAs("admin");
    }

    @Test
    void aStrangerIsLedToALoginAndComesBack() {
        var page = new Visitor(port).opens(PAGE);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.address()).isEqualTo("/public/login");
        assertThat(page.text()).contains("data-next=\"/pages/setup\"");
    }

    @Test
    void theLoginLeadsToNoForeignSite() {
        assertThat(new Visitor(port)
                        .opens("/public/login?next=//evil.example.com")
                        .text())
                .contains("data-next=\"/\"");
    }

    @ParameterizedTest
    @CsvSource({"caller, en, This is not for your role", "owner, ru, Это не для вашей роли"})
    void whoIsNoAdministratorIsToldSoInWords(String user, String language, String words) {
        var page = new Visitor(port).speaking(language).loggedInAs(user).opens(PAGE);
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.text()).contains(words);
    }

    @ParameterizedTest
    @CsvSource({
        "/pages/setup/product",
        "/pages/setup/person",
        "/pages/setup/mail",
        "/pages/setup/price-list",
        "/pages/setup/seller"
    })
    void aForeignSiteCannotSendAForm(String form) {
        var attack =
                Map.of("sku", "EVIL", "name", "x", "price", "1", "vat rate", "0", "login", "evil", "password", "x");
        assertThat(admin.sends(form, attack).status()).isEqualTo(403);
        assertThat(products.find("EVIL")).isEmpty();
        assertThat(identities.groupsOf("evil")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "iban, DE89370400440532013001, is not a valid IBAN",
        "country, Germany, is longer than 2 characters",
        "country, XX, XX is not a country",
        "currency, ABC, ABC is not a currency",
        "email, nobody, nobody is not a mail address",
        "bic, NOBANK, BIC",
        "profile, RU, Russian papers need INN",
        "vatId, '', An invoice needs a VAT number or a tax number",
        "name, ' ', Please fill in all fields with a star.",
        "city, Hamburg, The seller data is saved"
    })
    void sellerDataIsCheckedFieldByField(String field, String value, String answer) {
        var before = sellers.find();
        Map<String, String> fields = new java.util.HashMap<>(Map.of(
                "name", "Demo Packaging GmbH",
                "street", "Musterstraße 1",
                "postcode", "10115",
                "city", "Berlin",
                "country", "de",
                "vatId", "DE123456788",
                "iban", "DE89 3704 0044 0532 0130 00",
                "email", "sales@example.com",
                "currency", "EUR",
                "profile", "EU"));
        fields.put(field, value);
        assertThat(admin.submits(PAGE, "/pages/setup/seller", fields).text())
                .contains(answer)
                .contains("value=\"Musterstraße 1\"");
        if (value.equals("Hamburg")) {
            assertThat(sellers.get().city()).isEqualTo("Hamburg");
            sellers.save(before.orElseThrow());
        }
        assertThat(sellers.find()).isEqualTo(before);
    }

    @Test
    void aProductIsAddedAndChanged() {
        assertThat(product("NEW-1", "12,50").text()).contains("NEW-1 is saved.");
        assertThat(product("NEW-1", "13.00").text()).contains("NEW-1 is saved.");
        assertThat(products.find("NEW-1").orElseThrow().price()).isEqualByComparingTo("13");
        assertThat(product("NEW-2", "dear").text()).contains("dear is not a number for the column &quot;price&quot;");
        assertThat(products.find("NEW-2")).isEmpty();
    }

    @Test
    void aPriceListWithAWrongRowChangesNothingAndNamesTheLine() {
        var page = admin.uploads(
                PAGE,
                "/pages/setup/price-list",
                HEAD + "LIST-1;Box;;pcs;1;1;19\nLIST-2;;;;1;1;19\nLIST-1;Twice;;;1;0;19\n");
        assertThat(page.text())
                .contains("Nothing was taken: 2 rows are wrong, 1 are good.")
                .contains("Line 3: The column &quot;name&quot; is empty.")
                .contains("Line 4: The SKU LIST-1 stands in the file twice.")
                .contains("<code>LIST-1</code>");
        assertThat(products.find("LIST-1")).isEmpty();
        assertThat(admin.uploads(PAGE, "/pages/setup/price-list", HEAD + "LIST-1;Box;;pcs;1;1;19\n")
                        .text())
                .contains("The price list is in: 1 products.");
        assertThat(products.find("LIST-1")).isPresent();
    }

    @Test
    void aPersonIsMadeWithRolesAndLogsIn() {
        assertThat(person("anna", "anna", "callers").text()).contains("anna can log in now.");
        assertThat(identities.groupsOf("anna")).containsExactly("callers");
        new Visitor(port).loggedInAs("anna");
        assertThat(person("anna", "anna", "heads").text()).contains("anna is there already");
        assertThat(person("an na", "anna", "heads").text()).contains("letters and digits only");
        assertThat(person("otto", "otto", "").text()).contains("tick at least one role");
        assertThat(person("otto", "otto", "kings").text()).contains("This role does not exist.");
        assertThat(identities.groupsOf("otto")).isEmpty();
    }

    @Test
    void aTestMailGoesTheWayOfAllMails() {
        var page = admin.submits(PAGE, "/pages/setup/mail", Map.of("to", "me@example.com"));
        assertThat(page.text())
                .contains("The mail to me@example.com is on its way")
                .contains("Test mail of the sales");
        assertThat(admin.submits(PAGE, "/pages/setup/mail", Map.of("to", "me@")).text())
                .contains("me@ is not a mail address.");
    }

    private Visitor.Page product(String sku, String price) {
        return admin.submits(
                PAGE,
                "/pages/setup/product",
                Map.of("sku", sku, "name", "Thing", "price", price, "cost", "1", "vat rate", "19", "active", "on"));
    }

    private Visitor.Page person(String login, String password, String role) {
        return admin.submits(
                PAGE,
                "/pages/setup/person",
                Map.of("login", login, "name", "Somebody", "password", password, "groups", role));
    }
}
