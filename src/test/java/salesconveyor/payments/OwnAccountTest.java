package salesconveyor.payments;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnAccountTest {
    @ParameterizedTest(name = "{0} called {1}: {2}")
    @CsvSource({
        "DE89 3704 0044 0532 0130 00, DE89370400440532013000, true",
        "DE89370400440532013000, de89 3704 0044 0532 0130 00, true",
        "DE89370400440532013000, 37040044/532013000, true",
        "DE89370400440532013000, 37040044/0532013000, true",
        "DE89370400440532013000, COBADEFF/0532013000, true",
        "DE89370400440532013000, 532013000, true",
        "DE89370400440532013000, 37040045/532013000, false",
        "DE89370400440532013000, 37040044/53201300, false",
        "DE89370400440532013000, 37040044/1532013000, false",
        "DE89370400440532013000, 013000, false",
        "DE89370400440532013000, DE89370400440532013001, false",
        "NL20INGB0001234567, 0001234567, true",
        "NL20INGB0001234567, 1234567, true",
        "NL20INGB0001234567, 1234568, false",
        "40702810000000000001, 40702810000000000001, true",
        "40702810000000000001, 40702810000000000002, false",
        "40702810000000000001, 10000000000001, false"
    })
    void isFoundByWhateverNameTheBankGivesIt(String own, String called, boolean same) {
        assertThat(new OwnAccount(own).is(called)).isEqualTo(same);
    }
}
