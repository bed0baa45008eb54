package salesconveyor.billing.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mustangproject.TradeParty;
import salesconveyor.companies.Countries;

/** The billing address as people wrote it, line by line, in the fields of EN 16931 (BT-50 to BT-55, BT-163). */
final class BuyerAddress {
    /** Postcode and town, like {@code 20457 Hamburg}, {@code D-20457 Hamburg}, {@code 00-950 Warszawa}. */
    private static final Pattern TOWN =
            Pattern.compile("(?:[A-Z]{1,2}-)?(\\d{4,6}|\\d{2}-\\d{3}|\\d{3} \\d{2}|\\d{4} [A-Z]{2}),? +(\\D.*)");

    private BuyerAddress() {}

    /** What cannot be told apart stays a line of the address, so that nothing of it is lost or taken from elsewhere. */
    static void write(String address, TradeParty party) {
        List<String> lines = new ArrayList<>(lines(address));
        if (lines.size() > 1) {
            String last = lines.get(lines.size() - 1);
            if (Countries.isCountry(last)) {
                party.setCountry(Countries.normal(last));
                lines.remove(lines.size() - 1);
            }
        }
        if (!lines.isEmpty()) {
            Matcher town = TOWN.matcher(lines.get(lines.size() - 1));
            if (town.matches()) {
                party.setZIP(town.group(1)).setLocation(town.group(2));
                lines.remove(lines.size() - 1);
            }
        }
        if (!lines.isEmpty()) {
            party.setStreet(lines.get(0));
        }
        if (lines.size() > 1) {
            party.setAdditionalAddress(lines.get(1));
        }
        if (lines.size() > 2) {
            party.setAdditionalAddressExtension(lines.stream().skip(2).collect(Collectors.joining(", ")));
        }
    }

    /** Street and town may stand in one line: its commas part them, if a town is found that way and not otherwise. */
    private static List<String> lines(String address) {
        List<String> lines = pieces(address, "\\R");
        List<String> parts = pieces(address, "\\R|[,;]");
        return !endWithTown(lines) && endWithTown(parts) ? parts : lines;
    }

    private static List<String> pieces(String address, String border) {
        return Stream.of(address.split(border))
                .map(String::strip)
                .filter(piece -> !piece.isEmpty())
                .toList();
    }

    private static boolean endWithTown(List<String> lines) {
        return lines.stream()
                .filter(line -> !Countries.isCountry(line))
                .reduce((first, second) -> second)
                .filter(last -> TOWN.matcher(last).matches())
                .isPresent();
    }
}
