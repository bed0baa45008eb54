package salesconveyor;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;

/** The whole application on a fresh database in memory, jobs and clock driven by the test. One context for all. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=${conveyor.test.url:jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1;CASE_INSENSITIVE_IDENTIFIERS=TRUE}",
            "spring.datasource.username=${conveyor.test.user:sa}",
            "spring.profiles.active=demo",
            "camunda.bpm.job-execution.enabled=false",
            "camunda.bpm.generate-unique-process-engine-name=false",
            "conveyor.zone=Europe/Berlin",
            "conveyor.opens=09:00",
            "conveyor.closes=18:00",
            "conveyor.holidays=DE",
            "conveyor.workdays=MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY",
            "conveyor.demo-day=false",
            "conveyor.acquisition.sample-share=0",
            "conveyor.payments.webhook-secret=a secret for the tests alone",
            "conveyor.metrics.token=the token of the tests",
            "spring.task.scheduling.enabled=false"
        })
@AutoConfigureMockMvc
public @interface ConveyorTest {}
