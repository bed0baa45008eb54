/** Paper: templates written as PDF. */
@NullMarked
package salesconveyor.shared.pdf;

import org.jspecify.annotations.NullMarked;
