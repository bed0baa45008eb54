package salesconveyor.billing.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import salesconveyor.companies.Seller;

/** What a banking app reads. */
class PaymentCodeTest {
    @Test
    void aEuroAccountFollowsTheGuidelinesOfTheEpc() {
        assertThat(code(eu(), "226.10").lines())
                .containsExactly(
                        "BCD",
                        "002",
                        "1",
                        "SCT",
                        "COBADEFFXXX",
                        "Acme GmbH",
                        "DE89370400440532013000",
                        "EUR226.10",
                        "",
                        "",
                        "INV-2026-000001");
    }

    @Test
    void aRoubleAccountFollowsTheStandardAndItsLengths() {
        assertThat(code(ru("А".repeat(170), "Б".repeat(50), null), "1234.50"))
                .isEqualTo("ST00012|Name=" + "А".repeat(160) + "|PersonalAcc=40702810938000000001|BankName="
                        + "Б".repeat(45) + "|BIC=044525225|CorrespAcc=30101810400000000225|PayeeINN=7707083893"
                        + "|Purpose=INV-2026-000001|Sum=123450");
        assertThat(code(ru("ООО | Ёлка", "Банк", "770701001"), "1"))
                .contains("|Name=ООО   Ёлка|", "|KPP=770701001|Purpose=")
                .endsWith("|Sum=100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.00"})
    void nothingIsToBePaidByAnEmptyCode(String amount) {
        assertThat(PaymentCode.of(eu(), new BigDecimal(amount), "x")).isEmpty();
    }

    private static String code(Seller seller, String amount) {
        return PaymentCode.of(seller, new BigDecimal(amount), "INV-2026-000001").orElseThrow();
    }

    private static Seller eu() {
        return new Seller(
                "Acme GmbH",
                "Hafenstr. 1",
                "20457",
                "Hamburg",
                "DE",
                "DE136695976",
                null,
                "DE89 3704 0044 0532 0130 00",
                "COBADEFFXXX",
                "Bank",
                null,
                "a@example.com",
                null,
                "EUR",
                "EU",
                null,
                null);
    }

    private static Seller ru(String name, String bank, @Nullable String kpp) {
        return new Seller(
                name,
                "ул. Летниковская, 10",
                "115114",
                "Москва",
                "RU",
                null,
                "7707083893",
                "40702810938000000001",
                "044525225",
                bank,
                "30101810400000000225",
                "a@example.com",
                null,
                "RUB",
                "RU",
                kpp,
                null);
    }
}
