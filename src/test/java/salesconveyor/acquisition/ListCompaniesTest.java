package salesconveyor.acquisition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import salesconveyor.companies.Identity;

/** The rows of a list among themselves: by keys they are told as one by one they would be, however many there are. */
class ListCompaniesTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void keysTellTheSameAsComparingEachWithEach(long seed) {
        Random random = new Random(seed);
        List<Identity> before = new ArrayList<>();
        Set<ListCompanies.Key> kept = new HashSet<>();
        for (int line = 0; line < 400; line++) {
            Identity identity = new Identity(
                    pick(random, "DE1", "DE2", "DE3"),
                    pick(random, "a.de", "b.de", "c.de"),
                    pick(random, "+49 1", "+49 2", "+49 3"),
                    pick(random, "x@mail.de", "y@mail.de"),
                    "name" + random.nextInt(5),
                    pick(random, "Bonn", "BONN", "Köln", "St. Ives"));
            ListCompanies companies = new ListCompanies(new ArrayList<>(kept));
            boolean known =
                    before.stream().anyMatch(earlier -> identity.sameAs(earlier).isPresent());
            assertThat(companies.find(identity).isPresent())
                    .as("%s among %s", identity, before)
                    .isEqualTo(known);
            if (!known) {
                before.add(identity);
                companies.add(line, identity);
                kept.addAll(companies.added());
            }
        }
        assertThat(before.size()).isGreaterThan(5);
    }

    @Test
    void aHundredThousandRowsOfOneNameDoNotSlowEachOtherDown() {
        ListCompanies companies = new ListCompanies(List.of());
        for (int line = 0; line < 100_000; line++) {
            Identity identity = new Identity(null, "site" + line + ".de", null, null, "germany", "Bonn");
            assertThat(companies.find(identity)).isEmpty();
            companies.add(line, identity);
        }
        assertThat(companies.find(new Identity(null, null, null, null, "germany", null)))
                .isPresent();
    }

    private static String pick(Random random, String... values) {
        int at = random.nextInt(values.length * 2);
        return at < values.length ? values[at] : null;
    }
}
