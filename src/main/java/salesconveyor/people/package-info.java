/** Roles, the people in them, their rights and their working time. */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package salesconveyor.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
