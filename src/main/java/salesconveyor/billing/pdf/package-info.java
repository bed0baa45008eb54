/** Invoices on paper: the page and the code that a banking app reads. */
@NullMarked
package salesconveyor.billing.pdf;

import org.jspecify.annotations.NullMarked;
