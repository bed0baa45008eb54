/** Where heads of sales and administrators see and move the work of their people. */
@NullMarked
package salesconveyor.team.web;

import org.jspecify.annotations.NullMarked;
