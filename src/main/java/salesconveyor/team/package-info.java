/** Who does what: heads of sales move work between their people, name substitutes, and pass on what a leaver had. */
@ApplicationModule(
        allowedDependencies = {"engine", "people", "shared", "companies", "acquisition", "development", "work"})
@NullMarked
package salesconveyor.team;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
