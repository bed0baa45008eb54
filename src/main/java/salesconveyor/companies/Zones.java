package salesconveyor.companies;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Time zones by their names in the IANA database, or by their distance from UTC. */
final class Zones {
    private Zones() {}

    /** The name of a zone given by its name, by its city alone or like UTC+3. */
    static Optional<String> normal(String text) {
        String name = text.strip().replace(' ', '_').replace('−', '-');
        List<String> known = ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.contains("/") && !zone.startsWith("SystemV") && !zone.startsWith("Etc"))
                .filter(zone -> zone.equalsIgnoreCase(name)
                        || zone.toLowerCase(Locale.ROOT).endsWith("/" + name.toLowerCase(Locale.ROOT)))
                .sorted()
                .toList();
        if (known.size() == 1) {
            return Optional.of(known.get(0));
        }
        try {
            return Optional.of(ZoneId.of(name.toUpperCase(Locale.ROOT).replaceFirst("^МСК$", "Europe/Moscow"))
                    .getId());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
