/** One row for each task ever offered to a role: the memory that outlives the engine's history. */
@ApplicationModule(allowedDependencies = {"engine", "people", "shared", "mail", "companies"})
@NullMarked
package salesconveyor.work;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
