/** Invoices, their gap-free numbers and their PDF. */
@ApplicationModule(allowedDependencies = {"engine", "people", "shared", "mail", "companies", "selling"})
@NullMarked
package salesconveyor.billing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
