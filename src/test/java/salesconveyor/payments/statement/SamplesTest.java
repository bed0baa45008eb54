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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import salesconveyor.engine.Refused;

/** Files of banks and of other readers' tests. They are not part of the project: absent, the tests are skipped. */
class SamplesTest {
    private static final Path SAMPLES = Path.of("../shared/samples");

    @BeforeEach
    void samplesAreThere() {
        assumeTrue(Files.isDirectory(SAMPLES), () -> SAMPLES + " is absent");
    }

    @Test
    void readsEverySampleButTheOneWithoutAStatement() throws IOException {
        try (var files = Files.list(SAMPLES.resolve("camt053"))) {
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

    @ParameterizedTest
    @CsvSource({
        "mt940/betterplace-sepa_mt9401.sta, 0",
        "mt940/betterplace-with_binary_character.sta, 0",
        "mt940/cmxl-mt940.sta, 0",
        "mt940/jejik-rabobank-iban.sta, 0",
        "mt940/jejik-sns.sta, 0",
        "mt940/self-provided-february_30.sta, 0",
        "mt940/jejik-ing.sta, 1",
        "mt940/jejik-abnamro.sta, 2",
        "1c/bxshef-vypiska-1c.txt, 0",
        "1c/bxshef-demo-1c.txt, 0",
        "1c/odooru-kl_to_1c.txt, 0"
    })
    void readsFilesOfOtherFormatsAndSaysWhereBalancesDoNotClose(String name, int open) throws IOException {
        List<Statement> statements =
                BankFile.read(Files.readAllBytes(SAMPLES.resolve(name))).statements();
        assertThat(statements).isNotEmpty();
        assertThat(statements.stream().flatMap(statement -> statement.warnings().stream()))
                .hasSize(open);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mt940/self-provided-mt942.sta",
                "mt940/self-provided-sparkassen.sta",
                "mt940/self-provided-raphaelm.sta",
                "mt940/self-provided-invalid_statement.sta",
                "mt940/betterplace-amount_formats.sta",
                "1c/odooru-1c_to_kl-win-min-example.txt"
            })
    void refusesWhatIsNoWholeStatement(String name) {
        assertThatThrownBy(() -> BankFile.read(Files.readAllBytes(SAMPLES.resolve(name))))
                .isInstanceOf(Refused.class);
    }

    private static List<Statement> read(String name) throws IOException {
        return BankFile.read(Files.readAllBytes(SAMPLES.resolve("camt053").resolve(name)))
                .statements();
    }
}
