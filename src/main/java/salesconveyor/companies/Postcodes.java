package salesconveyor.companies;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** The region and time zone of a postcode, by its first digits; the file {@code companies/postcodes.csv} says which. */
final class Postcodes {
    /** Where it lies; a part that the first digits do not tell is empty. */
    record Place(String region, String zone) {}

    private static final Map<String, Place> PLACES = places();
    private static final int LONGEST_PREFIX = 4;

    private Postcodes() {}

    /** @param country by its ISO code */
    static Optional<Place> find(@Nullable String country, @Nullable String postcode) {
        if (country == null || postcode == null) {
            return Optional.empty();
        }
        String digits = postcode.replaceFirst("^[A-Za-z]{1,2}-", "").replaceAll("\\s", "");
        return IntStream.rangeClosed(1, Math.min(LONGEST_PREFIX, digits.length()))
                .mapToObj(length -> PLACES.get(country + digits.substring(0, length)))
                .filter(place -> place != null)
                .reduce((shorter, longer) -> longer);
    }

    private static Map<String, Place> places() {
        Map<String, Place> places = new HashMap<>();
        var file = new ClassPathResource("companies/postcodes.csv");
        try (var lines =
                new BufferedReader(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)).lines()) {
            lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(";", -1))
                    .forEach(line -> digits(line[1])
                            .forEach(digits -> places.put(line[0] + digits, new Place(line[2], line[3]))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(places);
    }

    /** Of {@code 140,142-144} each number. */
    private static Stream<String> digits(String list) {
        return Stream.of(list.split(",")).flatMap(part -> {
            String from = part.replaceFirst("-.*", "");
            String to = part.replaceFirst(".*-", "");
            String format = "%0" + from.length() + "d";
            return IntStream.rangeClosed(Integer.parseInt(from), Integer.parseInt(to))
                    .mapToObj(format::formatted);
        });
    }
}
