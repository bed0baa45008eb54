package salesconveyor.payments.statement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import salesconveyor.engine.Refused;

/** Reads one {@code Stmt} piece by piece, so that a statement of many entries never stands in memory as a tree. */
final class StatementReader {
    static final String NO_ACCOUNT = "Statement {0} does not name its account. Ask the bank for a complete file.";

    private final Keys keys;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();
    private String id = "?";
    private @Nullable String account;
    private @Nullable Balance opening;
    private @Nullable Balance closing;
    private @Nullable LocalDate since;
    private @Nullable LocalDate opened;
    private @Nullable LocalDate closed;
    private BigDecimal booked = BigDecimal.ZERO;

    StatementReader(Keys keys) {
        this.keys = keys;
    }

    Statement read(XMLStreamReader xml) throws XMLStreamException {
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.isStartElement()) {
                Element element = Element.read(xml);
                switch (xml.getLocalName()) {
                    case "Id" -> id = element.text();
                    case "Acct" -> account = element.text("Id/IBAN", "Id/Othr/Id", "Id/PrtryAcct/Id");
                    case "FrToDt" -> since = Facts.date(element.text("FrDtTm", "FrDt"));
                    case "Bal" -> balance(element);
                    case "Ntry" -> entry(element);
                    default -> {}
                }
            }
        }
        warnings.addAll(Balances.check(opening, closing, booked));
        return new Statement(
                id,
                account(),
                opening,
                closing,
                since == null ? opened : since,
                lastDay(),
                List.copyOf(entries),
                List.copyOf(warnings));
    }

    private void balance(Element element) {
        String kind = Objects.requireNonNullElse(element.text("Tp/CdOrPrtry/Cd", "Tp/Cd"), "");
        Balance balance = new Balance(Facts.signed(element), Facts.currency(element));
        boolean interim = kind.equals("ITBD");
        if (kind.equals("OPBD") || opening == null && (kind.equals("PRCD") || interim)) {
            opening = balance;
            opened = day(element);
        } else if (kind.equals("CLBD") || interim && closing == null) {
            closing = balance;
            closed = day(element);
        }
    }

    private static @Nullable LocalDate day(Element balance) {
        return Facts.date(balance.text("Dt/Dt", "Dt/DtTm", "Dt"));
    }

    private void entry(Element element) {
        if (!"BOOK".equals(element.text("Sts/Cd", "Sts"))) {
            return;
        }
        // An entry in another currency counts by its figure: so the balances of real statements close.
        booked = booked.add(Facts.signed(element));
        new EntryReader(account(), keys, warnings).read(element, entries);
    }

    private @Nullable LocalDate lastDay() {
        return closed != null
                ? closed
                : entries.stream()
                        .map(Entry::booked)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
    }

    private String account() {
        if (account == null) {
            throw new Refused(NO_ACCOUNT, id);
        }
        return account.replace(" ", "");
    }
}
