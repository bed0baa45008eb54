package salesconveyor.selling;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What a head of sales looks at.
 *
 * @param discountPercent the highest discount of any line
 * @param marginPercent what is left of the net amount after cost; 0 for a net amount of 0
 * @param netAmount sum of the lines
 */
record Totals(BigDecimal discountPercent, BigDecimal marginPercent, BigDecimal netAmount) {
    static Totals of(List<ProposalLine> lines) {
        BigDecimal net = lines.stream().map(ProposalLine::net).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal cost = lines.stream().map(ProposalLine::totalCost).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal margin = net.signum() == 0
                ? BigDecimal.ZERO
                : net.subtract(cost).multiply(BigDecimal.valueOf(100)).divide(net, 2, RoundingMode.HALF_UP);
        BigDecimal discount =
                lines.stream().map(ProposalLine::discountPercent).reduce(BigDecimal.ZERO, BigDecimal::max);
        return new Totals(discount, margin, net);
    }
}
