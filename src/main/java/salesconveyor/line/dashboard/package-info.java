/** What the belt's own records say: where cases stand, how fast they travel, where they are lost. */
@NullMarked
package salesconveyor.line.dashboard;

import org.jspecify.annotations.NullMarked;
