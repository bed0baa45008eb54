package salesconveyor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The last class of the suite (junit-platform.properties): a sequence flow that no test has taken fails the build. */
@Order(Integer.MAX_VALUE)
class EveryPathIsTakenTest {
    @Test
    void everySequenceFlowOfAShippedModelIsTakenByATest() {
        assumeTrue(System.getProperty("test") == null, "Only the whole suite takes every path");
        assertThat(TakenPaths.missing()).isEmpty();
    }
}
