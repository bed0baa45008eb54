package salesconveyor.companies;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import salesconveyor.engine.Refused;
import salesconveyor.shared.Texts;

/** Facts as people write them, and as cards keep them. An installation in Russia and one in Germany. */
class NormalisingTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            PHONE      | RU | 8 (495) 123-45-67               | -  | +7 495 123-45-67
            PHONE      | RU | 007 495 1234567                 | -  | +7 495 123-45-67
            PHONE      | RU | 84951234567 доб. 123            | -  | +7 495 123-45-67 ext. 123
            PHONE      | RU | 540-75-20                       | -  | -
            PHONE      | RU | 8 495 1234567, 8 495 7654321    | -  | +7 495 123-45-67
            PHONE      | DE | 030 901820                      | -  | +49 30 901820
            PHONE      | DE | 030 901820                      | Germany  | +49 30 901820
            PHONE      | DE | 09 424 8000                     | Finland  | +358 9 4248000
            PHONE      | DE | -2237                           | -  | -
            PHONE      | DE | Call us!                        | -  | -
            EMAIL      | DE | mailto:Anna@Example.COM         | -  | anna@example.com
            EMAIL      | DE | call us; a@example.com, b@example.com | - | a@example.com
            EMAIL      | DE | Форма обратной связи            | -  | -
            WEBSITE    | DE | http://www.acme.de/             | -  | http://www.acme.de/
            WEBSITE    | DE | acme                            | -  | -
            TAX_NUMBER | DE | de 123 456 788                  | -  | DE123456788
            TAX_NUMBER | DE | DE12345678                      | -  | -
            TAX_NUMBER | DE | DE123456780                     | -  | -
            TAX_NUMBER | DE | ATU13585627                     | -  | ATU13585627
            TAX_NUMBER | DE | ATU12345678                     | -  | -
            TAX_NUMBER | DE | FR 40 303 265 045               | -  | FR40303265045
            TAX_NUMBER | DE | NL000099998B57                  | -  | NL000099998B57
            TAX_NUMBER | DE | NL000099998B58                  | -  | -
            TAX_NUMBER | DE | GR094259216                     | -  | EL094259216
            TAX_NUMBER | DE | XI123456789                     | -  | XI123456789
            TAX_NUMBER | RU | PL 526-000-12-46                | -  | PL5260001246
            TAX_NUMBER | DE | CHE-116.281.710 MWST            | -  | CHE116281710MWST
            TAX_NUMBER | DE | 12/345/67890                    | -  | 1234567890
            TAX_NUMBER | RU | 7707083893                      | -  | 7707083893
            TAX_NUMBER | RU | 7707083894                      | -  | -
            TAX_NUMBER | RU | 0000000000                      | -  | -
            TAX_NUMBER | DE | 7707083893                      | Россия | 7707083893
            TAX_NUMBER | DE | 7707083894                      | Россия | -
            TAX_NUMBER | RU | 500100732259                    | -  | 500100732259
            COUNTRY    | DE | Россия                          | -  | RU
            COUNTRY    | DE | Papua New Guinea                | -  | PG
            COUNTRY    | DE | Deutschland                     | -  | DE
            COUNTRY    | DE | Atlantis                        | -  | Atlantis
            SWITCHBOARD | RU | 8 (495) 123-45-67              | -  | +7 495 123-45-67
            SWITCHBOARD | RU | ask the porter                 | -  | -
            EMPLOYEES  | DE | 50 - 249                        | -  | 50-249
            EMPLOYEES  | DE | many                            | -  | -
            ZONE       | DE | berlin                          | -  | Europe/Berlin
            ZONE       | DE | somewhere                       | -  | -
            EMAIL      | DE | Anna@Müller.com                 | -  | anna@xn--mller-kva.com
            SWITCHBOARD | RU | 8 (495) 123-45-67              | -  | +7 495 123-45-67
            SWITCHBOARD | RU | ask the porter                 | -  | -
            EMPLOYEES  | DE | 50 - 249                        | -  | 50-249
            EMPLOYEES  | DE | many                            | -  | -
            ZONE       | DE | berlin                          | -  | Europe/Berlin
            ZONE       | DE | somewhere                       | -  | -
            EMAIL      | DE | Anna@Müller.example             | -  | -
            EMAIL      | DE | Anna@Müller.com                 | -  | anna@xn--mller-kva.com
            """)
    void aFactHasOneForm(Fact fact, String region, String text, @Nullable String country, @Nullable String normal) {
        var problems = new java.util.ArrayList<Refused>();
        CompanyFacts facts = normalising(region)
                .lenient(
                        CompanyFacts.of("Acme").with(Fact.COUNTRY, country).with(fact, text),
                        (left, problem) -> problems.add(problem));
        assertThat(facts.get(fact)).isEqualTo(normal);
        assertThat(problems).hasSize(normal == null ? 1 : 0);
    }

    private static Normalising normalising(String region) {
        var validator = Validation.buildDefaultValidatorFactory().getValidator();
        return new Normalising(new Phones(region), new TaxNumbers(validator, region), new Texts(Locale.ENGLISH));
    }
}
