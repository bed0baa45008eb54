package salesconveyor.companies;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How single facts are read: number of employees, time zone, postcode, and where a phone number belongs. */
class CardFactsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            120          | 120     | 120
            1 200        | 1200    | 1200
            50-249       | 50-249  | 50
            50 – 249     | 50-249  | 50
            250+         | 250+    | 250
            > 250        | 250+    | 250
            < 10         | 1-10    | 1
            007          | 7       | 7
            249-50       | -       | -
            about 50     | -       | -
            <0           | -       | -
            -5           | -       | -
            99999999     | -       | -
            """)
    void employeesAreANumberOrABand(String text, @Nullable String normal, @Nullable Integer least) {
        assertThat(Headcount.normal(text).orElse(null)).isEqualTo(normal);
        assertThat(Headcount.normal(text).map(Headcount::least).orElse(null)).isEqualTo(least);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            Europe/Berlin      | Europe/Berlin
            europe/berlin      | Europe/Berlin
            Yekaterinburg      | Asia/Yekaterinburg
            new york           | America/New_York
            UTC+3              | UTC+03:00
            utc+5              | UTC+05:00
            МСК                | Europe/Moscow
            Middle of nowhere  | -
            UTC+99             | -
            """)
    void aTimeZoneHasItsName(String text, @Nullable String normal) {
        assertThat(Zones.normal(text).orElse(null)).isEqualTo(normal);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            DE | 10115     | Berlin                  | Europe/Berlin
            DE | 80331     | Bayern                  | Europe/Berlin
            DE | 88131     | Bayern                  | Europe/Berlin
            DE | 88045     | Baden-Württemberg       | Europe/Berlin
            DE | 04600     | Thüringen               | Europe/Berlin
            DE | D-50667   | Nordrhein-Westfalen     | Europe/Berlin
            DE | 17268     | -                       | Europe/Berlin
            DE | 00000     | -                       | -
            RU | 101000    | Москва                  | Europe/Moscow
            RU | 630099    | Новосибирская область   | Asia/Novosibirsk
            RU | 236022    | Калининградская область | Europe/Kaliningrad
            RU | 678000    | Республика Саха (Якутия)| -
            RU | 10        | -                       | -
            FR | 75001     | -                       | -
            -  | 10115     | -                       | -
            """)
    void aPostcodeTellsTheRegion(
            @Nullable String country, String postcode, @Nullable String region, @Nullable String zone) {
        var place = Postcodes.find(country, postcode);
        assertThat(place.map(Postcodes.Place::region)
                        .filter(text -> !text.isEmpty())
                        .orElse(null))
                .isEqualTo(region);
        assertThat(place.map(Postcodes.Place::zone)
                        .filter(text -> !text.isEmpty())
                        .orElse(null))
                .isEqualTo(zone);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            +49 30 901820        | DE | Berlin            | Europe/Berlin
            +49 89 123456        | DE | München           | Europe/Berlin
            +49 1511 2345678     | DE | -                 | Europe/Berlin
            +7 383 200-12-34     | RU | Новосибирская обл.| Asia/Novosibirsk
            +7 912 345-67-89     | RU | -                 | -
            +7 800 200-06-00     | RU | -                 | -
            +1 212-555-1234      | US | New York, NY      | America/New_York
            +43 1 5551234        | AT | Wien              | Europe/Vienna
            +49 30 901820 ext. 5 | DE | Berlin            | Europe/Berlin
            nonsense             | -  | -                 | -
            """)
    void aPhoneNumberTellsWhereItBelongs(
            String phone, @Nullable String country, @Nullable String region, @Nullable String zone) {
        var places = new PhonePlaces();
        assertThat(places.country(phone).orElse(null)).isEqualTo(country);
        assertThat(places.region(phone).orElse(null)).isEqualTo(region);
        assertThat(places.zone(phone).orElse(null)).isEqualTo(zone);
    }
}
