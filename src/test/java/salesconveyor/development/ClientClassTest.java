package salesconveyor.development;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientClassTest {
    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource({
        "one=1000,                                          one,   A",
        "big=900 small=100,                                 big,   A",
        "big=900 small=100,                                 small, B",
        "a=500 b=300 c=150 d=50,                            a,     A",
        "a=500 b=300 c=150 d=50,                            b,     A",
        "a=500 b=300 c=150 d=50,                            c,     B",
        "a=500 b=300 c=150 d=50,                            d,     C",
        "a=100 b=100 c=100 d=100,                           d,     A",
        "a=100 b=0,                                         b,     C",
        "a=100 b=-50,                                       b,     C",
        "a=-10,                                             a,     C",
        "a=100,                                             gone,  C"
    })
    void theClassFollowsTheShareOfTheMarginBefore(String clients, String client, ClientClass expected) {
        Map<String, BigDecimal> margins = new TreeMap<>();
        for (String pair : clients.split(" ")) {
            margins.put(pair.split("=")[0], new BigDecimal(pair.split("=")[1]));
        }
        assertThat(ClientClass.of(client, margins, 80, 95)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"50, 60, b, B", "50, 60, c, C", "49, 60, b, B", "51, 60, b, A"})
    void theLimitsAreSettings(int upToA, int upToB, String client, ClientClass expected) {
        var margins = Map.of("a", new BigDecimal(50), "b", new BigDecimal(30), "c", new BigDecimal(20));
        assertThat(ClientClass.of(client, margins, upToA, upToB)).isEqualTo(expected);
    }
}
