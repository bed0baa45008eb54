package salesconveyor;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {
    @Test
    void modulesImportOnlyWhatTheyMay() {
        ApplicationModules.of(SalesConveyorApplication.class).verify();
    }
}
