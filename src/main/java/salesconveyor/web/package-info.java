/** The start page, the first-run page and who may open which path. */
@NullMarked
package salesconveyor.web;

import org.jspecify.annotations.NullMarked;
