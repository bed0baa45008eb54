/** Where the bank's formats enter: a file becomes statements and booked entries, or is refused in plain words. */
@NullMarked
package salesconveyor.payments.statement;

import org.jspecify.annotations.NullMarked;
