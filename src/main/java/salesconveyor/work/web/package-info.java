/** Where Tasklist asks for the next task. */
@NullMarked
package salesconveyor.work.web;

import org.jspecify.annotations.NullMarked;
