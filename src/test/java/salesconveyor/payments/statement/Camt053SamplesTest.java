package salesconveyor.payments.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import salesconveyor.engine.Refused;

/** Files of banks and of other readers' tests. They are not part of the project: absent, the tests are skipped. */
class Camt053SamplesTest {
    private static final Path SAMPLES = Path.of("../shared/samples/camt053");

    @BeforeEach
    void samplesAreThere() {
        assumeTrue(Files.isDirectory(SAMPLES), () -> SAMPLES + " is absent");
    }

    @Test
    void readsEverySampleButTheOneWithoutAStatement() throws IOException {
        try (var files = Files.list(SAMPLES)) {
            for (Path file : files.filter(path -> !path.endsWith("genkgo-camt053.v2.wrong.xml"))
                    .toList()) {
                assertThat(read(file.getFileName().toString()))
                        .as(file.toString())
                        .isNotEmpty();
            }
        }
        assertThatThrownBy(() -> read("genkgo-camt053.v2.wrong.xml"))
                .isInstanceOf(Refused.class)
                .hasMessage(Camt053.NO_STATEMENT);
    }

    @Test
    void closesTheBalancesOfRealStatementsAndReadsEveryEntryOnce() throws IOException {
        for (String name : List.of("newinnovations-example-a.xml", "newinnovations-example-b.xml")) {
            assertThat(read(name)).allSatisfy(statement -> {
                assertThat(statement.warnings()).isEmpty();
                assertThat(statement.entries()).extracting(Entry::key).doesNotHaveDuplicates();
            });
        }
    }

    private static List<Statement> read(String name) throws IOException {
        return Camt053.read(Files.readAllBytes(SAMPLES.resolve(name))).statements();
    }
}
