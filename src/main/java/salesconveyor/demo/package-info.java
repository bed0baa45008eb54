/** Three played months for the demo profile: unpacked into an empty folder, and moved up to today. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package salesconveyor.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
