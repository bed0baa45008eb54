/** The spine: hands a case from stage to stage and knows where each one is. */
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
            "service",
            "development",
            "work"
        })
@NullMarked
package salesconveyor.line;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
