package salesconveyor.economics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The comparison that anybody can repeat from the command line. */
class WhatIfCommandTest {
    @Test
    void theSameCommandPrintsTheSameTableWithItsInputsAndLimits() {
        String table = print(0, "--runs=3", "--leads=100");
        assertThat(table)
                .isEqualTo(print(0, "--leads=100", "--runs=3"))
                .contains("The same 100 leads, 3 runs of each")
                .contains("Cost of the hours at work")
                .contains("switching=5")
                .contains("What the model leaves out:");
    }

    /** With the same pay for all, no loss by switching, no skill and no hand-over nothing is left to gain. */
    @Test
    void withoutItsCausesTheConveyorGainsNothing() {
        String table = print(
                0,
                "--runs=3",
                "--leads=200",
                "--switching=0",
                "--unskilled=1",
                "--hand-off=0",
                "--returned=0",
                "--accept=0",
                "--researcher-hour=40",
                "--caller-hour=40",
                "--assistant-hour=40");
        String[] cells = table.lines()
                .filter(line -> line.startsWith("Cost of the hours at work"))
                .findFirst()
                .orElseThrow()
                .replace("Cost of the hours at work", "")
                .strip()
                .split("\\s+");
        double generalists = Double.parseDouble(cells[0]);
        assertThat(Double.parseDouble(cells[2])).isBetween(generalists * 0.95, generalists * 1.05);
    }

    /** Whoever compares with the worse of two ways makes himself look better than he is. */
    @Test
    void theSentenceComparesWithTheCheaperWayOfTheGeneralists() {
        String report = print(0, "--runs=3", "--leads=200");
        List<List<Double>> orders = report.lines()
                .filter(line -> line.startsWith("- for an order"))
                .map(line -> Arrays.stream(
                                line.replace("- for an order", "").strip().split("\\s+"))
                        .map(Double::valueOf)
                        .toList())
                .toList();
        assertThat(orders).hasSize(2);
        double paid = Math.min(orders.get(0).get(0), orders.get(0).get(1));
        double worked = Math.min(orders.get(1).get(0), orders.get(1).get(1));
        assertThat(report)
                .containsPattern("An order costs %.0f with generalists .*, %.0f on the conveyor .*; %.0f and %.0f when"
                        .formatted(
                                paid,
                                orders.get(0).get(2),
                                worked,
                                orders.get(1).get(2)));
    }

    @Test
    void itSpeaksRussian() {
        assertThat(print(0, "--runs=2", "--leads=50", "--locale=ru"))
                .contains("Узкое место")
                .doesNotContain("Bottleneck");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--switch=1", "--leads", "--leads=-1", "--leads=1e9", "--leads=many", "leads"})
    void aWrongOptionIsNamed(String option) {
        assertThat(print(1, option)).contains(option).contains("--switching=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--callers=0", "--generalists=0.5", "--managers=1.5", "--runs=0", "--leads=0", "--wins=1.01"})
    void whatCannotBePlayedIsRefused(String option) {
        assertThat(print(1, option)).startsWith(option + " is no ");
    }

    @Test
    void aShareOfNothingOrOfAllIsPlayed() {
        assertThat(print(0, "--runs=2", "--leads=20", "--reached=0", "--returned=1", "--calls=0"))
                .contains("Orders");
    }

    private static String print(int expected, String... options) {
        var bytes = new ByteArrayOutputStream();
        int status = WhatIfCommand.print(new PrintStream(bytes, true, StandardCharsets.UTF_8), options);
        assertThat(status).isEqualTo(expected);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
