package salesconveyor.companies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.Validation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import salesconveyor.engine.Refused;

/** What a seller may enter about himself: a wrong account or tax number would stand on every invoice. */
class SellersTest {
    private final SellerRules rules = new SellerRules(
            new TaxNumbers(Validation.buildDefaultValidatorFactory().getValidator(), "DE"), new BankAccounts());

    @Test
    void spacesAndSmallLettersDoNotMatter() {
        Seller seller = rules.checked(
                european(" de89 3704 0044 0532 0130 00", "cobadeffxxx", "de 123 456 788", "30/123/45678"));
        assertThat(seller.iban()).isEqualTo("DE89370400440532013000");
        assertThat(seller.bic()).isEqualTo("COBADEFFXXX");
        assertThat(seller.vatId()).isEqualTo("DE123456788");
        assertThat(seller.taxNumber()).isEqualTo("30/123/45678");
    }

    @ParameterizedTest
    @CsvSource({
        "DE89370400440532013001, COBADEFFXXX, DE123456788, , not a valid IBAN",
        "12345, COBADEFFXXX, DE123456788, , not a valid IBAN",
        "DE89370400440532013000, COBA, DE123456788, , BIC",
        "DE89370400440532013000, , DE12345678, , VAT id",
        "DE89370400440532013000, , , 0000000000, Tax number",
        "DE89370400440532013000, , , , needs a VAT number"
    })
    void whatCannotBeRightIsRefused(String iban, String bic, String vatId, String taxNumber, String field) {
        assertThatThrownBy(() -> rules.checked(european(iban, bic, vatId, taxNumber)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(field);
    }

    @Test
    void aRussianSellerHasAnAccountThatFitsItsBank() {
        assertThat(rules.checked(russian("4070 2810 9380 0000 0001", "044525225", "30101810400000000225", "7707083893"))
                        .iban())
                .isEqualTo("40702810938000000001");
    }

    @ParameterizedTest
    @CsvSource({
        "40702810938000000002, 044525225, 30101810400000000225, 7707083893, Account",
        "40702810938000000001, 044525226, 30101810400000000225, 7707083893, Account",
        "40702810938000000001, 44525225, 30101810400000000225, 7707083893, BIK",
        "40702810938000000001, 044525225, 30101810400000000226, 7707083893, Correspondent account",
        "40702810938000000001, 044525225, 30101810400000000225, 7707083894, Tax number",
        "40702810938000000001, 044525225, , 7707083893, please enter all",
        "40702810938000000001, 044525225, 30101810400000000225, , please enter all"
    })
    void aRussianMistakeIsRefused(String account, String bik, String correspondent, String inn, String field) {
        assertThatThrownBy(() -> rules.checked(russian(account, bik, correspondent, inn)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(field);
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(rules.missing(null)).contains("name", "iban", "email", "taxNumber");
        assertThat(rules.missing(european("DE89370400440532013000", null, null, null)))
                .containsExactly("taxNumber");
        assertThat(rules.missing(russian("40702810938000000001", "", null, "7707083893")))
                .containsExactly("bic", "correspondentAccount");
    }

    private static Seller european(String iban, String bic, String vatId, String taxNumber) {
        return new Seller(
                "Box GmbH",
                "Weg 1",
                "10115",
                "Berlin",
                "de",
                vatId,
                taxNumber,
                iban,
                bic,
                null,
                null,
                "a@example.com",
                null,
                "eur",
                "EU",
                null,
                null);
    }

    private static Seller russian(String account, String bik, String correspondent, String inn) {
        return new Seller(
                "ООО Ёлка",
                "Лесная 1",
                "101000",
                "Москва",
                "RU",
                null,
                inn,
                account,
                bik,
                "Сбербанк",
                correspondent,
                "a@example.com",
                null,
                "RUB",
                "RU",
                inn == null || inn.length() == 12 ? null : "770701001",
                null);
    }
}
