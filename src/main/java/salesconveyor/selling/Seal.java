package salesconveyor.selling;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The seal of a version: SHA-256 of its number and of every amount in it. An approval holds for one seal, so that
 * whatever changes a line afterwards, and by whatever way, makes the approval void.
 */
final class Seal {
    private Seal() {}

    /** @return 64 hexadecimal digits */
    static String of(Proposals.Version version, List<ProposalLine> lines) {
        String text = version.id() + "|" + plain(version.discountPercent()) + "\n"
                + lines.stream().map(Seal::line).collect(Collectors.joining("\n"));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String line(ProposalLine line) {
        return String.join(
                "|",
                String.valueOf(line.line()),
                line.sku(),
                plain(line.quantity()),
                plain(line.price()),
                plain(line.cost()),
                plain(line.vatRate()),
                plain(line.ownDiscount()),
                plain(line.discountPercent()),
                plain(line.net()));
    }

    /** The same number gives the same text, however many zeros the database adds. */
    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
