package salesconveyor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureCauseTest {
    @ParameterizedTest
    @CsvSource({
        "Connect to mail:25 failed after 3000 ms, Connect to mail:# failed after # ms",
        "no row 3f2504e0-4f89-11d3-9a0c-0305e82c3301, no row #",
        "L-2026-000012 is closed, L-#-# is closed",
        "'  first line\nsecond line 2', first line",
        ",''"
    })
    void theSameFailureOfTwoCasesHasOneCause(String message, String cause) {
        assertThat(FailedSteps.cause(message)).isEqualTo(cause);
    }
}
