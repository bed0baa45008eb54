/** The page of the satisfaction question and the delivery note as a file. */
@NullMarked
package salesconveyor.service.web;

import org.jspecify.annotations.NullMarked;
