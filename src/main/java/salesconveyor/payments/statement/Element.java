package salesconveyor.payments.statement;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import salesconveyor.engine.Refused;

/** A small piece of the file (one balance, one entry), whatever namespace and version its names come from. */
final class Element {
    private static final int DEEPEST = 60;

    private final String name;
    private final @Nullable String currency;
    private final List<Element> children = new ArrayList<>();
    private String text = "";

    private Element(String name, @Nullable String currency) {
        this.name = name;
        this.currency = currency;
    }

    /** Reads the element that the reader stands on, to its end. */
    static Element read(XMLStreamReader xml) throws XMLStreamException {
        return read(xml, 0);
    }

    private static Element read(XMLStreamReader xml, int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw new Refused(Camt053.DAMAGED, Camt053.line(xml.getLocation()));
        }
        Element element = new Element(xml.getLocalName(), xml.getAttributeValue(null, "Ccy"));
        StringBuilder text = new StringBuilder();
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                element.children.add(read(xml, depth + 1));
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(xml.getText());
            }
        }
        element.text = text.toString().strip().replaceAll("\\s+", " ");
        return element;
    }

    /** All elements at a path such as {@code RmtInf/Ustrd}. */
    List<Element> all(String path) {
        List<Element> found = List.of(this);
        for (String step : path.split("/")) {
            found = found.stream()
                    .flatMap(parent -> parent.children.stream())
                    .filter(child -> child.name.equals(step))
                    .toList();
        }
        return found;
    }

    /** The first element at one of the paths, in their order. */
    @Nullable
    Element first(String... paths) {
        for (String path : paths) {
            for (Element element : all(path)) {
                return element;
            }
        }
        return null;
    }

    /** The first text that is not empty at one of the paths, in their order. */
    @Nullable
    String text(String... paths) {
        for (String path : paths) {
            for (Element element : all(path)) {
                if (!element.text.isEmpty()) {
                    return element.text;
                }
            }
        }
        return null;
    }

    String text() {
        return text;
    }

    @Nullable
    String currency() {
        return currency;
    }
}
