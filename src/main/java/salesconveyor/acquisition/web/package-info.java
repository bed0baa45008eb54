/** What stage 1 shows beside its tasks: the file and rows of a list, and to strangers the inquiry form and the way out of mailings. */
@NullMarked
package salesconveyor.acquisition.web;

import org.jspecify.annotations.NullMarked;
