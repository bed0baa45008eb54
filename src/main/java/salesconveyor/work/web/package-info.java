/** What Tasklist asks of the work at hand. */
@NullMarked
package salesconveyor.work.web;

import org.jspecify.annotations.NullMarked;
