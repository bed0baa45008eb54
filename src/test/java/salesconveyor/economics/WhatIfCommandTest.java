package salesconveyor.economics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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
