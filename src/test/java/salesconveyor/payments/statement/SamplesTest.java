package salesconveyor.payments.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import salesconveyor.engine.Refused;

/**
 * Files of banks and of other readers' tests, each with the verdict that it must get: read, with so many entries and
 * such a sum, or refused with the reason. They are not part of the project: absent, the tests are skipped.
 */
class SamplesTest {
    private static final Path SAMPLES = Path.of("../shared/samples");

    @BeforeEach
    void samplesAreThere() {
        assumeTrue(Files.isDirectory(SAMPLES), () -> SAMPLES + " is absent");
    }

    @Test
    void everySampleGetsItsVerdict() throws IOException {
        var verdicts = new TreeMap<String, String>();
        for (String folder : List.of("1c", "camt053", "mt940")) {
            try (var files = Files.list(SAMPLES.resolve(folder))) {
                for (Path file : files.toList()) {
                    verdicts.put(folder + "/" + file.getFileName(), verdict(file));
                }
            }
        }
        String actual = verdicts.entrySet().stream()
                .map(verdict -> verdict.getKey() + " | " + verdict.getValue())
                .collect(Collectors.joining("\n"));
        keep(actual);
        assertThat(actual.lines())
                .containsExactlyElementsOf(new ClassPathResource("statements/verdicts.txt")
                        .getContentAsString(java.nio.charset.StandardCharsets.UTF_8)
                        .lines()
                        .toList());
    }

    @Test
    void noEntryOfRealStatementsIsReadTwice() throws IOException {
        for (String name : List.of("newinnovations-example-a.xml", "newinnovations-example-b.xml")) {
            byte[] file = Files.readAllBytes(SAMPLES.resolve("camt053").resolve(name));
            assertThat(BankFile.read(file).statements()).allSatisfy(statement -> {
                assertThat(statement.warnings()).isEmpty();
                assertThat(statement.entries()).extracting(Entry::key).doesNotHaveDuplicates();
            });
        }
    }

    private static String verdict(Path file) throws IOException {
        try {
            List<Statement> statements = BankFile.read(Files.readAllBytes(file)).statements();
            List<Entry> entries = statements.stream()
                    .flatMap(statement -> statement.entries().stream())
                    .toList();
            String warned = statements.stream()
                    .flatMap(statement -> statement.warnings().stream())
                    .map(warning -> MessageFormat.format(
                            warning.sentence().replace("'", "''"),
                            warning.arguments().toArray()))
                    .distinct()
                    .collect(Collectors.joining(" "));
            return Stream.of(
                            "read",
                            statements.size() + " statements",
                            entries.size() + " entries",
                            sums(entries),
                            warned)
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" | "));
        } catch (Refused refused) {
            return "refused | "
                    + new MessageFormat(refused.sentence().replace("'", "''"), Locale.ENGLISH)
                            .format(refused.arguments());
        }
    }

    /** What came in, what went out, by currency. */
    private static String sums(List<Entry> entries) {
        return entries.stream()
                .collect(Collectors.groupingBy(Entry::currency, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(one -> "in " + sum(one.getValue(), 1) + ", out " + sum(one.getValue(), -1) + " " + one.getKey())
                .collect(Collectors.joining("; "));
    }

    private static String sum(List<Entry> entries, int sign) {
        return entries.stream()
                .map(Entry::amount)
                .filter(amount -> amount.signum() == sign)
                .map(BigDecimal::abs)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** With {@code -Dconveyor.test.papers=<folder>} the verdicts are kept to be looked at. */
    private static void keep(String verdicts) throws IOException {
        String folder = System.getProperty("conveyor.test.papers");
        if (folder != null) {
            Files.writeString(Files.createDirectories(Path.of(folder)).resolve("verdicts.txt"), verdicts);
        }
    }
}
