/** Stage 1: from a row of a list or an inquiry to a lead that a manager accepts. */
@ApplicationModule(allowedDependencies = {"engine", "people", "shared", "mail", "companies", "work"})
@NullMarked
package salesconveyor.acquisition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
