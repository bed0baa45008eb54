/** Stage 3: shipping what was ordered and asking whether the client is satisfied. */
@ApplicationModule(
        allowedDependencies = {
            "engine",
            "people",
            "shared",
            "mail",
            "companies",
            "acquisition",
            "selling",
            "billing",
            "payments"
        })
@NullMarked
package salesconveyor.service;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
