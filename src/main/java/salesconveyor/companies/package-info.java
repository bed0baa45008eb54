/** Who the companies and people are that we sell to, where each fact comes from, and who must not be contacted. */
@ApplicationModule(allowedDependencies = {"engine", "people", "shared", "mail"})
@NullMarked
package salesconveyor.companies;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
