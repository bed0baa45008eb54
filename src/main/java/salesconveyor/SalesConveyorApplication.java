package salesconveyor;

import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import salesconveyor.economics.WhatIfCommand;

/** A B2B sale as an assembly line: the process application. */
@SpringBootApplication
public class SalesConveyorApplication {

    private static final String WHAT_IF = "--what-if";

    /** {@code --what-if} prints a comparison of generalists and conveyor and starts nothing. */
    public static void main(String[] arguments) {
        if (Arrays.asList(arguments).contains(WHAT_IF)) {
            String[] others = Arrays.stream(arguments)
                    .filter(argument -> !argument.equals(WHAT_IF))
                    .toArray(String[]::new);
            System.exit(WhatIfCommand.print(System.out, others));
        }
        // Saxon, which the electronic invoice needs, would put itself before the JDK's own one for all XML.
        System.setProperty(
                "javax.xml.transform.TransformerFactory",
                "com.sun.org.apache.xalan.internal.xsltc.trax.TransformerFactoryImpl");
        SpringApplication.run(SalesConveyorApplication.class, arguments);
    }

    /** What happens by the clock; tests do it by hand. */
    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    @ConditionalOnProperty(name = "spring.task.scheduling.enabled", matchIfMissing = true)
    static class Scheduling {}
}
