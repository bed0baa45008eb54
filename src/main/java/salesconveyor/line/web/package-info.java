/** Where people look at a case and decide about it: the tab in Tasklist and the page of the heads of sales. */
@NullMarked
package salesconveyor.line.web;

import org.jspecify.annotations.NullMarked;
