/** Three played months for the demo profile: unpacked into an empty folder, moved up to today, in the language here. */
@ApplicationModule(allowedDependencies = {"engine", "shared"})
@NullMarked
package salesconveyor.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
