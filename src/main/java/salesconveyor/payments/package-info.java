/** What clients paid, which invoice it settles, and what happens when they do not pay. */
@ApplicationModule(
        allowedDependencies = {"engine", "people", "shared", "mail", "companies", "selling", "billing", "work"})
@NullMarked
package salesconveyor.payments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
