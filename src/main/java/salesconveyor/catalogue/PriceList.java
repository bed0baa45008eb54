package salesconveyor.catalogue;

import java.util.List;
import salesconveyor.engine.Refused;

/** A price list as it was read: the products of its good rows, and what is wrong with the others. */
public record PriceList(List<Product> products, List<Fault> faults) {
    /** @param line of the file, the first row is 1 */
    public record Fault(long line, Refused reason) {}
}
