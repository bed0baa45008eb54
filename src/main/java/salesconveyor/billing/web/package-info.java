/** Billing papers for download. */
@NullMarked
package salesconveyor.billing.web;

import org.jspecify.annotations.NullMarked;
