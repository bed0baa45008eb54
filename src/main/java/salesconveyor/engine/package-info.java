/** All that touches the process engine itself: variables, forms, deployment, translation, guards. */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package salesconveyor.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
