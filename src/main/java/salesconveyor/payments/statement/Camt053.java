package salesconveyor.payments.statement;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import salesconveyor.engine.Refused;

/**
 * Reads bank statements in ISO 20022 camt.053 by the names of their elements, so that all versions go the same way.
 * Nothing outside the file is ever opened: a document type declaration, the door to that, is refused.
 */
final class Camt053 {
    static final String OTHER_MESSAGE =
            "This file holds {0}, not a statement of booked entries. Ask the bank for camt.053.";
    static final String NO_STATEMENT = "The file is camt.053, but there is no statement in it.";
    static final String DECLARATION =
            "The file contains a document type declaration, which a bank statement never has. It was not read.";
    static final String DAMAGED =
            "The file is damaged or breaks off near line {0}. Download the statement from the bank again.";

    private Camt053() {}

    /** @throws Refused when the file is not a statement that can be trusted to be whole */
    static StatementFile read(byte[] file) {
        try {
            return new StatementFile(
                    Keys.hash(file),
                    StatementFile.Format.CAMT053,
                    statements(factory().createXMLStreamReader(new ByteArrayInputStream(file))));
        } catch (XMLStreamException e) {
            throw new Refused(DAMAGED, line(e.getLocation()));
        }
    }

    private static List<Statement> statements(XMLStreamReader xml) throws XMLStreamException {
        List<Statement> statements = new ArrayList<>();
        Keys keys = new Keys();
        boolean camt053 = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                throw new Refused(DECLARATION);
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "BkToCstmrStmt" -> camt053 = true;
                    case "BkToCstmrAcctRpt" -> throw new Refused(OTHER_MESSAGE, "camt.052");
                    case "BkToCstmrDbtCdtNtfctn" -> throw new Refused(OTHER_MESSAGE, "camt.054");
                    case "CstmrPmtStsRpt" -> throw new Refused(OTHER_MESSAGE, "pain.002");
                    case "CstmrCdtTrfInitn" -> throw new Refused(OTHER_MESSAGE, "pain.001");
                    case "Stmt" -> {
                        if (camt053) {
                            statements.add(new StatementReader(keys).read(xml));
                        }
                    }
                    default -> {}
                }
            }
        }
        if (!camt053) {
            throw new Refused(BankFile.WRONG_KIND);
        }
        if (statements.isEmpty()) {
            throw new Refused(NO_STATEMENT);
        }
        return List.copyOf(statements);
    }

    /** The JDK's own reader by name: a library on the class path may have put another in the first place. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    static String line(@Nullable Location location) {
        return location == null || location.getLineNumber() < 1 ? "?" : String.valueOf(location.getLineNumber());
    }
}
