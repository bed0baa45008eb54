package salesconveyor.acquisition.list;

import ezvcard.Ezvcard;
import ezvcard.VCard;
import ezvcard.property.Address;
import ezvcard.property.Email;
import ezvcard.property.Note;
import ezvcard.property.Telephone;
import ezvcard.property.TextProperty;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import salesconveyor.engine.Refused;

/** Business cards as phones and mail programs write them; a row of fixed columns for each. */
final class VCardRows implements Rows {
    /** Names that every table of column names knows. */
    static final List<String> HEADER =
            List.of("Company", "Contact person", "Position", "Phone", "E-mail", "Website", "City", "Country", "Note");

    private final String text;

    VCardRows(String text) {
        this.text = text;
    }

    @Override
    public void read(Taker taker) {
        boolean more = taker.take(FileRow.of(0, HEADER));
        VCardCut cut = new VCardCut(text);
        while (more && cut.next()) {
            VCard card = cut.isBroken() ? null : Ezvcard.parse(cut.card()).first();
            more = taker.take(
                    card == null
                            ? FileRow.broken(cut.line(), List.of(), -1, new Refused("This card has no END:VCARD."))
                            : FileRow.of(cut.line(), cells(card)));
        }
    }

    private static List<String> cells(VCard card) {
        Address address =
                card.getAddresses().isEmpty() ? null : card.getAddresses().get(0);
        return List.of(
                company(card),
                person(card),
                card.getTitles().isEmpty()
                        ? ""
                        : first(card.getTitles().stream().map(TextProperty::getValue)),
                joined(card.getTelephoneNumbers().stream().map(VCardRows::number)),
                joined(card.getEmails().stream().map(Email::getValue)),
                first(card.getUrls().stream().map(TextProperty::getValue)),
                address == null || address.getLocality() == null ? "" : address.getLocality(),
                address == null || address.getCountry() == null ? "" : address.getCountry(),
                joined(card.getNotes().stream().map(Note::getValue)));
    }

    /** The organisation without its departments; a card of a company itself has the name in place of a person's. */
    private static String company(VCard card) {
        if (card.getOrganization() != null
                && !card.getOrganization().getValues().isEmpty()) {
            return text(card.getOrganization().getValues().get(0));
        }
        return card.getKind() != null && card.getKind().isOrg() ? formatted(card) : "";
    }

    private static String person(VCard card) {
        String formatted = card.getKind() != null && card.getKind().isOrg() ? "" : formatted(card);
        if (formatted.isBlank() && card.getStructuredName() != null) {
            return Stream.of(
                            card.getStructuredName().getGiven(),
                            card.getStructuredName().getFamily())
                    .filter(part -> part != null && !part.isBlank())
                    .collect(Collectors.joining(" "));
        }
        return formatted;
    }

    private static String formatted(VCard card) {
        return card.getFormattedName() == null
                ? ""
                : text(card.getFormattedName().getValue());
    }

    private static @Nullable String number(Telephone phone) {
        return phone.getText() != null
                ? phone.getText()
                : phone.getUri() == null ? null : phone.getUri().getNumber();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static String first(Stream<@Nullable String> values) {
        return values.filter(value -> value != null && !value.isBlank())
                .map(VCardRows::text)
                .findFirst()
                .orElse("");
    }

    private static String joined(Stream<@Nullable String> values) {
        return values.filter(value -> value != null && !value.isBlank()).collect(Collectors.joining("; "));
    }
}
