package salesconveyor.engine;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** Judges a model that is to be deployed, ours or an owner's: no foreign code, only plain expressions, sound gateways. */
class ModelLint {
    private static final String NAME = "[A-Za-z_]\\w*";
    private static final String TEXT = "'[^'\\\\]*'";
    private static final String TERM = "(!?" + NAME + "|" + NAME + "\\s*[!=]=\\s*(" + TEXT + "|\\d+|true|false))";
    private static final Pattern PLAIN = Pattern.compile("[$#]\\{\\s*(execution\\.processBusinessKey|" + NAME + "\\."
            + NAME + "\\(" + TEXT + "\\)|" + TERM + "(\\s*(\\|\\||&&)\\s*" + TERM + ")*)\\s*}");
    /** The engine asks for no dot before them. */
    private static final Set<String> SUFFIXES =
            Set.of("bpmn", "bpmn20.xml", "dmn", "dmn11.xml", "cmmn", "cmmn10.xml", "cmmn11.xml");

    private static final Set<String> CODE_ELEMENTS = Set.of("scriptTask", "script", "connector");
    private static final Set<String> CODE_ATTRIBUTES = Set.of("class", "scriptFormat", "resource");

    /** What is wrong with the file, in plain words; empty when it may be deployed. */
    List<String> findings(String file, byte[] content) {
        if (SUFFIXES.stream().anyMatch(file::endsWith)) {
            return judge(content);
        }
        return List.of();
    }

    private static List<String> judge(byte[] content) {
        List<String> findings = new ArrayList<>();
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Element root = factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(content))
                    .getDocumentElement();
            expression(root.getTextContent(), root, findings);
            element(root, findings);
            var all = root.getElementsByTagName("*");
            for (int i = 0; i < all.getLength(); i++) {
                element((Element) all.item(i), findings);
            }
        } catch (Exception e) {
            findings.add("The file cannot be read as XML: " + e.getMessage());
        }
        return findings;
    }

    private static void element(Element element, List<String> findings) {
        String type = element.getLocalName();
        if (CODE_ELEMENTS.contains(type)) {
            findings.add(
                    "%s: a %s is not allowed; name a step of the program instead.".formatted(label(element), type));
        }
        if (type.equals("process")
                && element.getAttribute("isExecutable").equals("true")
                && element.getAttributeNS(Camunda.NAMESPACE.getNamespaceUri(), "historyTimeToLive")
                        .isBlank()) {
            findings.add("%s: set how long history is kept (time to live).".formatted(label(element)));
        }
        if (type.equals("exclusiveGateway") && outgoing(element) > 1 && !element.hasAttribute("default")) {
            findings.add("%s: the gateway needs a default flow.".formatted(label(element)));
        }
        var attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            attribute((Attr) attributes.item(i), element, findings);
        }
    }

    private static void attribute(Attr attribute, Element element, List<String> findings) {
        String name = attribute.getLocalName();
        String value = attribute.getValue();
        boolean code = CODE_ATTRIBUTES.contains(name)
                || (name.equals("language") && element.getLocalName().equals("conditionExpression"))
                || (name.equals("expressionLanguage") && !value.toLowerCase().contains("feel"));
        if (code) {
            findings.add("%s: the attribute %s is not allowed.".formatted(label(element), name));
        }
        expression(value, element, findings);
    }

    private static void expression(String text, Element element, List<String> findings) {
        String rest = PLAIN.matcher(text).replaceAll("");
        if (rest.contains("${") || rest.contains("#{")) {
            findings.add("%s: an expression may only compare variables with texts or name a bean: %s"
                    .formatted(label(element), rest.strip().replaceAll("\\s+", " ")));
        }
    }

    private static int outgoing(Element gateway) {
        var flows = gateway.getOwnerDocument().getElementsByTagNameNS("*", "sequenceFlow");
        int count = 0;
        for (int i = 0; i < flows.getLength(); i++) {
            if (((Element) flows.item(i)).getAttribute("sourceRef").equals(gateway.getAttribute("id"))) {
                count++;
            }
        }
        return count;
    }

    private static String label(Element element) {
        return element.hasAttribute("id") ? element.getAttribute("id") : element.getLocalName();
    }
}
