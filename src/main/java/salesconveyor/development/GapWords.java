package salesconveyor.development;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import salesconveyor.development.RangeGap.Basis;
import salesconveyor.development.RangeGap.Gap;
import salesconveyor.development.RangeGap.Missing;
import salesconveyor.shared.Texts;

/** Says in words what similar clients buy and this one does not. */
@Component
class GapWords {
    private final Texts texts;

    GapWords(Texts texts) {
        this.texts = texts;
    }

    /** All of it, a product a line, and with whom the client is compared. */
    String all(Gap gap) {
        if (gap.basis() == Basis.NONE) {
            return texts.say("Too few clients to compare with: {0}.", String.valueOf(gap.similar()));
        }
        String compared = texts.say("Compared with {0}.", similar(gap));
        if (gap.missing().isEmpty()) {
            return compared + "\n" + texts.say("Nothing: it buys all that they buy.");
        }
        return compared + "\n" + products(gap).stream().collect(Collectors.joining("\n"));
    }

    /** One line for each product, like "Tape: bought by 7 of 10". */
    List<String> products(Gap gap) {
        return gap.missing().stream()
                .map(missing ->
                        texts.say("{0}: {1} of {2}", missing.product(), buyers(missing), String.valueOf(gap.similar())))
                .toList();
    }

    /** The strongest one, as a part of a sentence. */
    Optional<String> first(Gap gap) {
        return gap.missing().stream()
                .findFirst()
                .map(missing -> texts.say(
                        "{0} of {1} also {2} {3}",
                        String.valueOf(missing.buyers()),
                        similar(gap),
                        texts.count(missing.buyers(), "buys|buy"),
                        missing.product()));
    }

    private String buyers(Missing missing) {
        return texts.count(missing.buyers(), "bought by {0}|bought by {0}");
    }

    private String similar(Gap gap) {
        return switch (gap.basis()) {
            case INDUSTRY_AND_SIZE ->
                texts.count(
                        gap.similar(),
                        "{0} client of the same industry and size|{0} clients of the same industry and size");
            case INDUSTRY ->
                texts.count(gap.similar(), "{0} client of the same industry|{0} clients of the same industry");
            default -> texts.count(gap.similar(), "{0} other client|{0} other clients");
        };
    }
}
