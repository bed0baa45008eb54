/** Where the web's login meets the engine's. */
@NullMarked
package salesconveyor.engine.web;

import org.jspecify.annotations.NullMarked;
