/** The catalogue as the proposal form reads it. */
@NullMarked
package salesconveyor.catalogue.web;

import org.jspecify.annotations.NullMarked;
