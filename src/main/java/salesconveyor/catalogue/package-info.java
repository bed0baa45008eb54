/** What we sell: products, prices and their cost. */
@ApplicationModule(allowedDependencies = {"engine", "people", "shared", "mail"})
@NullMarked
package salesconveyor.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
