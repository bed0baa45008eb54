package salesconveyor.acquisition.list;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;

/** Knows what a column holds by what it is called, in English, German or Russian. */
public final class ColumnNames {
    private static final Map<String, Column> NAMES = names();

    private ColumnNames() {}

    public static Optional<Column> recognise(String title) {
        return Optional.ofNullable(NAMES.get(plain(title).replaceFirst(" \\d+$", "")));
    }

    static int known(List<String> titles) {
        return (int)
                titles.stream().filter(title -> recognise(title).isPresent()).count();
    }

    private static String plain(String title) {
        return title.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    private static Map<String, Column> names() {
        Properties table = new Properties();
        try (var file = new ClassPathResource("lists/columns.properties").getInputStream()) {
            table.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Column> names = new HashMap<>();
        for (Column column : Column.values()) {
            for (String name : table.getProperty(column.name(), "").split(",")) {
                names.put(name.strip(), column);
            }
        }
        return names;
    }
}
