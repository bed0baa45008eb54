package salesconveyor.development;

import java.math.BigDecimal;
import java.util.Map;

/** How much a client matters: who brings the first 80 % of the margin is A, up to 95 % B, the rest C. */
enum ClientClass {
    NEW,
    A,
    B,
    C;

    /**
     * The class of a client by its place in the list of all clients, the best first. The share of those before it
     * counts, so that the best client is always A and equal margins have equal classes; who earns us nothing is C.
     *
     * @param margins of each client that ordered
     * @param upToA the share of the whole margin, in percent, at which class A ends; {@code upToB} likewise
     */
    static ClientClass of(String client, Map<String, BigDecimal> margins, int upToA, int upToB) {
        BigDecimal own = margins.getOrDefault(client, BigDecimal.ZERO);
        if (own.signum() <= 0) {
            return C;
        }
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal before = BigDecimal.ZERO;
        for (BigDecimal margin : margins.values()) {
            total = total.add(margin.max(BigDecimal.ZERO));
            before = before.add(margin.compareTo(own) > 0 ? margin : BigDecimal.ZERO);
        }
        BigDecimal percentBefore = before.multiply(BigDecimal.valueOf(100));
        if (percentBefore.compareTo(total.multiply(BigDecimal.valueOf(upToA))) < 0) {
            return A;
        }
        return percentBefore.compareTo(total.multiply(BigDecimal.valueOf(upToB))) < 0 ? B : C;
    }
}
