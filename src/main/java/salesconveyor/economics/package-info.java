/** What the work costs and earns, whom it pays to hand it to, what people are paid, and what other staff would do. */
@ApplicationModule(allowedDependencies = {"engine", "people", "shared", "companies", "acquisition", "selling", "work"})
@NullMarked
package salesconveyor.economics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
