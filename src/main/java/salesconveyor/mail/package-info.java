/** The outbox: what must be mailed is written in the business transaction and sent later, once. */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package salesconveyor.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
