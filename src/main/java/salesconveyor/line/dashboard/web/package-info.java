/** Where the conveyor's figures are read: the endpoints under /api/conveyor and the page of the heads of sales. */
@NullMarked
package salesconveyor.line.dashboard.web;

import org.jspecify.annotations.NullMarked;
