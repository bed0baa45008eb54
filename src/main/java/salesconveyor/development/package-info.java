/** Stage 4: which client is contacted when, about which next order. */
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
            "payments",
            "service"
        })
@NullMarked
package salesconveyor.development;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
