package salesconveyor.payments;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import salesconveyor.payments.DunningPlan.Limits;

/** The bounds of dunning that an owner may set; when which step comes is the decision table dunningLevel. */
@Configuration(proxyBeanMethods = false)
class DunningSettings {
    @Bean
    Limits dunningLimits(
            @Value("${conveyor.payments.hold-days:3}") int holdDays,
            @Value("${conveyor.payments.max-calls:3}") int calls,
            @Value("${conveyor.payments.max-promises:2}") int promises,
            @Value("${conveyor.payments.decide-again-days:14}") int decideAgainDays,
            @Value("${conveyor.payments.small-rest-days:60}") int smallRestDays) {
        return new Limits(holdDays, calls, promises, decideAgainDays, smallRestDays);
    }
}
