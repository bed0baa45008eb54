/** The pages of the money: for heads what pays, for everybody the own pay. */
@NullMarked
package salesconveyor.economics.web;

import org.jspecify.annotations.NullMarked;
