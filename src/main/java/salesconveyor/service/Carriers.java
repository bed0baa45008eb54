package salesconveyor.service;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import salesconveyor.engine.Refused;

/**
 * Who carries our parcels, and the page on which a client follows one. The setting {@code conveyor.service.carriers} names
 * each carrier with a link in which {@code {number}} stands for the number of the parcel.
 */
@Component
class Carriers {
    private static final String NUMBER = "{number}";

    private final Map<String, String> links;

    Carriers(Environment environment) {
        links = new LinkedHashMap<>(Binder.get(environment)
                .bind("conveyor.service.carriers", Bindable.mapOf(String.class, String.class))
                .orElse(Map.of()));
        links.values().removeIf(String::isBlank);
        links.forEach((name, link) -> {
            if (!link.startsWith("https://") || !link.contains(NUMBER)) {
                throw new IllegalStateException("The link of the carrier " + name
                        + " in conveyor.service.carriers must begin with https:// and contain " + NUMBER + ": " + link);
            }
        });
    }

    /** As they are offered. */
    List<String> names() {
        return List.copyOf(links.keySet());
    }

    /** Where the client follows the parcel. */
    String link(String carrier, String number) {
        String link = links.get(carrier);
        if (link == null) {
            throw new Refused(
                    "We have no link for the carrier {0}; choose one of the list, or enter the tracking link itself.",
                    carrier);
        }
        return link.replace(NUMBER, URLEncoder.encode(number.replaceAll("\\s", ""), StandardCharsets.UTF_8));
    }
}
