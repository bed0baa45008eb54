/** The first-run page: what a real company needs before the conveyor runs. */
@NullMarked
package salesconveyor.web.setup;

import org.jspecify.annotations.NullMarked;
