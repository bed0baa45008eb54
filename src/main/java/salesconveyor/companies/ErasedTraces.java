package salesconveyor.companies;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import salesconveyor.shared.Erasure;
import salesconveyor.shared.Trace;

/**
 * All that an erased company is known by, in normal form, to tell it from others that are only like it. The name of a
 * person tells nothing: another company may have one of the same name.
 */
public final class ErasedTraces {
    private final Set<String> taxNumbers;
    private final Set<String> domains;
    private final Set<String> phones = new HashSet<>();
    private final Set<String> phoneDigits = new HashSet<>();
    private final Set<String> emails;
    private final Set<String> names;
    private final Set<String> cities;

    private ErasedTraces(Erasure erasure, Phones numbers) {
        taxNumbers = set(erasure, Trace.Kind.TAX_NUMBER, Stream::of);
        emails = set(erasure, Trace.Kind.EMAIL, text -> WebNames.email(text).stream());
        names = set(erasure, Trace.Kind.NAME, text -> Stream.of(Identity.nameKey(text)));
        cities = set(erasure, Trace.Kind.CITY, text -> Stream.of(Identity.nameKey(text)));
        Set<String> sites = set(erasure, Trace.Kind.WEBSITE, text -> WebNames.domain(text).stream());
        // As on a card: the domain of an address counts where no site is known.
        domains = sites.isEmpty() ? set(erasure, Trace.Kind.EMAIL, text -> WebNames.domain(text).stream()) : sites;
        erasure.texts(Trace.Kind.PHONE).forEach(text -> {
            String normal = numbers.normal(text, null).orElse(text);
            phones.add(normal);
            phoneDigits.addAll(numbers.writings(normal));
        });
    }

    public static ErasedTraces of(Erasure erasure, Phones numbers) {
        return new ErasedTraces(erasure, numbers);
    }

    /** By the rules of {@link Identity#sameAs}: never across two tax numbers, and by name only where no fact speaks against it. */
    public boolean are(Identity row) {
        if (isOther(row)) {
            return false;
        }
        return holds(domains, row.domain())
                || holds(phones, row.phone())
                || holds(emails, row.email())
                || holds(taxNumbers, row.taxNumber())
                || (names.contains(row.name()) && !differ(cities, city(row)) && !differ(domains, row.domain()));
    }

    /** Whether a tax number says that it is another company. */
    public boolean isOther(Identity row) {
        return differ(taxNumbers, row.taxNumber());
    }

    /** Whether one cell, whatever its column holds, is a number or an address of the company. */
    public boolean reach(String cell) {
        return Arrays.stream(cell.split("[,;/|\\n]"))
                        .map(part -> part.replaceAll("\\D", ""))
                        .anyMatch(phoneDigits::contains)
                || phoneDigits.contains(cell.replaceAll("\\D", ""))
                || holds(emails, WebNames.email(cell).orElse(null))
                || taxNumbers.contains(cell.replaceAll("\\s", ""))
                || (!cell.contains("@") && holds(domains, WebNames.domain(cell).orElse(null)));
    }

    /** Whether one cell is the company's name and nothing more. */
    public boolean name(String cell) {
        return !cell.isBlank() && names.contains(Identity.nameKey(cell));
    }

    private static @Nullable String city(Identity row) {
        String city = row.city();
        return city == null ? null : Identity.nameKey(city);
    }

    private static boolean holds(Set<String> known, @Nullable String text) {
        return text != null && known.contains(text);
    }

    /** What one of the two does not say is no difference. */
    private static boolean differ(Set<String> known, @Nullable String text) {
        return text != null && !known.isEmpty() && !known.contains(text);
    }

    private static Set<String> set(Erasure erasure, Trace.Kind kind, Function<String, Stream<String>> normal) {
        return erasure.texts(kind).flatMap(normal).collect(Collectors.toSet());
    }
}
