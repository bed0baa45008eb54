package salesconveyor.companies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import salesconveyor.ConveyorTest;

/** What a machine can know of a company, and that a person's word is stronger. */
@ConveyorTest
class DerivingTest {
    @Autowired
    Companies companies;

    @Autowired
    Deriving deriving;

    @Autowired
    Learning learning;

    @Autowired
    CardReading cards;

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            +49 30 901821     | -       | -  | -                    | -            | DE | Berlin                | Europe/Berlin
            +49 30 901823     | -       | AT | -                    | -            | AT | -                     | Europe/Berlin
            +49 30 901822     | 80331   | -  | -                    | -            | DE | Bayern                | Europe/Berlin
            +7 912 345-67-80  | 620014  | -  | -                    | -            | RU | Свердловская область  | Asia/Yekaterinburg
            +7 912 345-67-81  | -       | -  | -                    | -            | RU | -                     | -
            -                 | 630099  | RU | -                    | -            | RU | Новосибирская область | Asia/Novosibirsk
            -                 | 630099  | -  | -                    | -            | -  | -                     | -
            -                 | -       | -  | anna@derived.example.com | derived.example.com | - | -             | -
            -                 | -       | -  | anna@gmail.com       | -            | -  | -                     | -
            """)
    void factsFollowFromOthers(
            @Nullable String phone,
            @Nullable String postcode,
            @Nullable String country,
            @Nullable String email,
            @Nullable String website,
            @Nullable String derivedCountry,
            @Nullable String region,
            @Nullable String zone) {
        String number = companies.add(
                CompanyFacts.of("Derived " + System.nanoTime())
                        .with(Fact.PHONE, phone)
                        .with(Fact.POSTCODE, postcode)
                        .with(Fact.COUNTRY, country)
                        .with(Fact.EMAIL, email),
                "a list",
                "marketer");
        deriving.complete(number);
        Company card = companies.get(number);
        assertThat(card.website()).isEqualTo(website);
        assertThat(card.country()).isEqualTo(derivedCountry);
        assertThat(card.region()).isEqualTo(region);
        assertThat(card.zone()).isEqualTo(zone);
    }

    @Test
    void whatIsDerivedSaysSoAndFollowsANewNumber() {
        String number = companies.add(
                CompanyFacts.of("Moving AG").with(Fact.SWITCHBOARD, "+49 30 9018311"), "a list", "marketer");
        deriving.complete(number);
        assertThat(cards.linesWithSources(number))
                .anyMatch(line -> line.matches("Region: Berlin \\(derived from the phone number, .*\\d{4}\\)"));
        companies.learn(number, Map.of("switchboard", "+7 383 200-12-99"), "they moved", "researcher");
        deriving.complete(number);
        assertThat(companies.get(number).zone()).isEqualTo("Asia/Novosibirsk");
        assertThat(companies.get(number).country()).isEqualTo("RU");
        deriving.complete(number);
        assertThat(cards.known(number)).hasSize(4);
    }

    @Test
    void theWordOfAPersonIsNeverOverwritten() {
        String number =
                companies.add(CompanyFacts.of("Stubborn Ltd").with(Fact.PHONE, "+49 30 9018312"), "a list", "marketer");
        deriving.complete(number);
        Map<Fact, @Nullable String> facts = new EnumMap<>(Fact.class);
        facts.put(Fact.ZONE, "Europe/Vienna");
        facts.put(Fact.REGION, null);
        learning.learn(number, new Findings(facts, "they told us", Map.of(), "researcher"));
        deriving.complete(number);
        assertThat(companies.get(number).zone()).isEqualTo("Europe/Vienna");
        assertThat(companies.get(number).region()).as("emptied by a person").isNull();
        assertThat(companies.get(number).country()).isEqualTo("DE");
    }
}
