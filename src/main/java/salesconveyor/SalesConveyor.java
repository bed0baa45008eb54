package salesconveyor;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** A B2B sale as an assembly line: the process application. */
@SpringBootApplication
@EnableScheduling
public class SalesConveyor {

    public static void main(String[] arguments) {
        SpringApplication.run(SalesConveyor.class, arguments);
    }
}
