package salesconveyor.companies;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.validator.routines.DomainValidator;
import org.springframework.core.io.ClassPathResource;

/** Mail addresses and web sites in one form, and the domain that belongs to one company alone. */
final class WebNames {
    private static final Set<String> SHARED = shared();

    private WebNames() {}

    /** Of several in one cell the first that is one. */
    static Optional<String> email(String text) {
        return Arrays.stream(text.split("[,;\\s]+"))
                .map(part -> EmailAddress.normal(part.replaceFirst("(?i)^mailto:", "")))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The address of a site, with its scheme when it has one. */
    static Optional<String> website(String text) {
        String site = text.strip();
        return host(site).isPresent() ? Optional.of(site) : Optional.empty();
    }

    /** The domain of a site or mail address; none when many share it, such as gmail.com. */
    static Optional<String> domain(String siteOrAddress) {
        String at = siteOrAddress.substring(siteOrAddress.lastIndexOf('@') + 1);
        return host(at).filter(domain -> !SHARED.contains(domain));
    }

    private static Optional<String> host(String site) {
        String host = site.replaceFirst("(?i)^[a-z]+://", "").replaceFirst("[/?#:].*$", "");
        try {
            String domain = IDN.toASCII(host.strip(), IDN.ALLOW_UNASSIGNED)
                    .toLowerCase(Locale.ROOT)
                    .replaceFirst("^www\\.", "");
            return DomainValidator.getInstance().isValid(domain) ? Optional.of(domain) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Set<String> shared() {
        var file = new ClassPathResource("companies/shared-domains.txt");
        try (var lines =
                new BufferedReader(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)).lines()) {
            return lines.map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
