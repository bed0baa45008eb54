/** Stage 2: from the warm call over the proposal to an order. */
@ApplicationModule(
        allowedDependencies = {"engine", "people", "shared", "mail", "companies", "acquisition", "catalogue", "work"})
@NullMarked
package salesconveyor.selling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
