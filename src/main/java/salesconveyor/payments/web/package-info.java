/** Statements, entries and open invoices as an accountant's forms read them. */
@NullMarked
package salesconveyor.payments.web;

import org.jspecify.annotations.NullMarked;
