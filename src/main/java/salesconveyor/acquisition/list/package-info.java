/** Reads files of companies: CSV, XLSX and vCard, row by row. */
@NullMarked
package salesconveyor.acquisition.list;

import org.jspecify.annotations.NullMarked;
