package salesconveyor;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** A B2B sale as an assembly line: the process application. */
@SpringBootApplication
public class SalesConveyorApplication {

    public static void main(String[] arguments) {
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
