package salesconveyor.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import salesconveyor.engine.Refused;

class PriceListReadingTest {
    private static final String HEAD = "sku;name;category;unit;price;cost;vat rate\n";

    private final PriceListReading reading = new PriceListReading();

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1251"})
    void aListOfEitherCharacterSetIsRead(String charset) {
        var list = reading.read((HEAD + "A-1;Коробка картонная большая;Тара;шт;1 234,50;900;20%\n"
                        + "A-2;Лента упаковочная прозрачная;;;2;1;20\n")
                .getBytes(Charset.forName(charset)));
        assertThat(list.faults()).isEmpty();
        assertThat(list.products().get(0).name()).isEqualTo("Коробка картонная большая");
        assertThat(list.products().get(0).price()).isEqualByComparingTo("1234.50");
        assertThat(list.products().get(1).unit()).isEqualTo("pcs");
    }

    @Test
    void aListOfWesternExcelIsRead() {
        var list = reading.read((HEAD + "A-1;Größere Kartons für Möbel;Kartons;Stück;2,50;1;19\n")
                .getBytes(Charset.forName("windows-1252")));
        assertThat(list.products().get(0).name()).isEqualTo("Größere Kartons für Möbel");
    }

    /** Otherwise 2,50 would be a price of 2 at a VAT rate of 50. */
    @Test
    void aDecimalCommaInAFileWithCommasIsSeen() {
        var list = reading.read("sku,name,price,cost,vat rate\nA-1,Box,2,50,1,19\n".getBytes(StandardCharsets.UTF_8));
        assertThat(list.products()).isEmpty();
        assertThat(list.faults()).singleElement().satisfies(fault -> assertThat(fault.reason())
                .hasMessageContaining("The row has {0} columns"));
    }

    @Test
    void commasAndQuotesDo() {
        String file = "\uFEFFSKU,Name,Price,Cost,VAT rate\nA-1,\"Box, large\",2.50,1,19\n";
        var list = reading.read(file.getBytes(StandardCharsets.UTF_8));
        assertThat(list.products()).singleElement().satisfies(p -> assertThat(p.name())
                .isEqualTo("Box, large"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ";Box;;;1;1;19 | The column \"{0}\" is empty.",
                "A;Box;;;1;;19 | The column \"{0}\" is empty.",
                "A;Box;;;;1;19 | The column \"{0}\" is empty.",
                "A;Box;;;1;1; | The column \"{0}\" is empty.",
                "A;Box;;;-1;1;19 | {0} is not an amount",
                "A;Box;;;99999999999999;1;19 | {0} is not an amount",
                "A;Box;;;1;1;120 | {0} is not a percentage",
                "A;Box;;;1;x;19 | {0} is not a number",
                "A;Box;;;1.234;1;19 | more than two decimals",
                "A;Box;;;1.234,50;1;19 | {0} is not a number",
                "A;Box;;;1;1 | The row has {0} columns",
                "A;Box;;;1;1;19;7 | The row has {0} columns",
                "A;Box;;a unit of more than twenty characters;1;1;19 | longer than {1}"
            })
    void aWrongRowIsNamedWithItsLine(String row, String reason) {
        var list = reading.read((HEAD + row + "\n").getBytes(StandardCharsets.UTF_8));
        assertThat(list.products()).isEmpty();
        assertThat(list.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(2);
            assertThat(fault.reason()).hasMessageContaining(reason);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | The file is empty",
                "sku;name;price;colour | is not known",
                "sku;name;cost;vat rate | is missing",
                "sku;name;price;vat rate | is missing",
                "%PDF-1.4 | is not known"
            })
    void aFileOfTheWrongKindIsRefused(String file, String reason) {
        assertThatThrownBy(() -> reading.read(file.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(reason);
    }
}
