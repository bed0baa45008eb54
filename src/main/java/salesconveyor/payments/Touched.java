package salesconveyor.payments;

import java.util.Set;

/** The invoices that got money, and those from which it was taken back. */
record Touched(Set<String> paid, Set<String> returned) {}
