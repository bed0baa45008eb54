package salesconveyor.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Configuration;

/**
 * Marks the Java twin of the model {@code processes/<value>.bpmn}: its variables and its one-line delegates. A station
 * of a large model may have a part of its own, {@code <model>/<station>}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Configuration(proxyBeanMethods = false)
public @interface ProcessModel {
    String value();
}
