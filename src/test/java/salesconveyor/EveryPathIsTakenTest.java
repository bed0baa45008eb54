package salesconveyor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs after the suite, in a JVM of its own (pom.xml): a sequence flow that no test has taken fails the build. */
@Tag("wholeSuite")
class EveryPathIsTakenTest {
    @Test
    void everySequenceFlowOfAShippedModelIsTakenByATest() throws IOException {
        assumeTrue(System.getProperty("test") == null, "Only the whole suite takes every path");
        assertThat(TakenPaths.missing()).isEmpty();
    }
}
