package salesconveyor.engine.web;

import jakarta.ws.rs.core.FeatureContext;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;

/** Both copies of the engine's REST, ours and the one of the web applications, find this by the service loader. */
public class RefusalAnswers implements AutoDiscoverable {
    private static final int BEFORE_THE_ENGINES_OWN = 1;

    @Override
    public void configure(FeatureContext rest) {
        rest.register(RefusalAnswer.class, BEFORE_THE_ENGINES_OWN);
    }
}
