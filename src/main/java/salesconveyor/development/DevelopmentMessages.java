package salesconveyor.development;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import salesconveyor.engine.Nudges;

/** What stage 4 tells the engine. */
@Component
class DevelopmentMessages {
    private final Nudges nudges;

    DevelopmentMessages(Nudges nudges) {
        this.nudges = nudges;
    }

    void clientHandedOver(String company, @Nullable String accountManager) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(DevelopClient.COMPANY_NUMBER.name(), company);
        variables.put(DevelopClient.ACCOUNT_MANAGER.name(), accountManager);
        nudges.begin("developClient", company, variables);
    }

    void orderServed(String company) {
        nudges.toCase("orderServed", company);
    }

    void caseCancelled(String company) {
        nudges.toCase("caseCancelled", company);
    }

    void repeatOrderRequested(String opportunity, String company, @Nullable String manager) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("companyNumber", company);
        variables.put("manager", manager);
        nudges.start("repeatOrderRequested", opportunity, variables);
    }
}
