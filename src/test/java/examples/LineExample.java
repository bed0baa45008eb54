package examples;

import org.camunda.bpm.engine.RuntimeService;
import salesconveyor.engine.ProcessModel;
import salesconveyor.shared.web.LeafExample;

/** Breaks rules on purpose, so that the rules are seen to work; outside of the program. */
public class LineExample {
    RuntimeService knowsCamunda;
    LeafExample knowsAPage;

    @ProcessModel("noModel")
    static class TwinExample {
        int notAVariable;

        void notABean() {}
    }

    static class ExampleManager {}
}
