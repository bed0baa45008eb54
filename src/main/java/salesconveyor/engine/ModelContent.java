package salesconveyor.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Compares what two files say: Modeler lays a file out anew when it saves it, and that is no difference. */
final class ModelContent {
    /** Who wrote the file, which Modeler notes in it. */
    private static final Set<String> WRITER = Set.of("exporter", "exporterVersion");

    private ModelContent() {}

    static boolean isSame(ModelKind kind, byte[] one, byte[] other) {
        try {
            return kind == ModelKind.FORM
                    ? new ObjectMapper().readTree(one).equals(new ObjectMapper().readTree(other))
                    : plain(one).isEqualNode(plain(other));
        } catch (Exception e) {
            // What cannot be read is not the same as what we ship.
            return false;
        }
    }

    private static Document plain(byte[] content) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setIgnoringComments(true);
        factory.setCoalescing(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(content));
        document.setXmlStandalone(false);
        WRITER.forEach(name -> document.getDocumentElement().removeAttribute(name));
        tidy(document.getDocumentElement());
        return document;
    }

    private static void tidy(Element element) {
        Node child = element.getFirstChild();
        while (child != null) {
            Node next = child.getNextSibling();
            if (child instanceof Element inner) {
                tidy(inner);
            } else if (child.getNodeType() == Node.TEXT_NODE) {
                if (child.getTextContent().isBlank()) {
                    element.removeChild(child);
                } else {
                    child.setTextContent(child.getTextContent().strip());
                }
            }
            child = next;
        }
    }
}
