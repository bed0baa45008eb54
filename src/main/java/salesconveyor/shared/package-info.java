/** Small values that every stage uses: money, numbers, texts. */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package salesconveyor.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
