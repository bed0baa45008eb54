/** Papers of the sale for download. */
@NullMarked
package salesconveyor.selling.web;

import org.jspecify.annotations.NullMarked;
