package salesconveyor.engine.lint;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import salesconveyor.shared.Sentence;

/** What may be deployed by nobody, us included: foreign code, free expressions, history that is kept for ever. */
final class SafetyRules {
    private static final String NAME = "[A-Za-z_]\\w*";
    /** Without braces: what is a text for us could be an expression for the engine, which reads from the left. */
    private static final String TEXT = "'[^'\\\\{}]*'";

    private static final String TERM = "(!?" + NAME + "|" + NAME + "\\s*[!=]=\\s*(" + TEXT + "|\\d+|true|false))";
    private static final String CALL = "(" + NAME + ")\\." + NAME + "\\(" + TEXT + "\\)";
    private static final Pattern PLAIN = Pattern.compile("[$#]\\{\\s*(execution\\.processBusinessKey|" + CALL + "|"
            + TERM + "(\\s*(\\|\\||&&)\\s*" + TERM + ")*)\\s*}");
    /** The engine takes the beginning for a text then, and looks for expressions behind it. */
    private static final Pattern ESCAPED = Pattern.compile("\\\\[$#]\\{");

    private static final Pattern FUNCTION = Pattern.compile("[$#]\\{\\s*" + CALL);

    private static final Set<String> CODE_ELEMENTS = Set.of("scriptTask", "script", "connector");
    private static final Set<String> CODE_ATTRIBUTES = Set.of("scriptFormat", "resource");
    private static final Sentence NAME_A_STEP =
            new Sentence("Name a step of the program instead; the templates list them.");

    static final List<Rule<Document>> RULES = List.of(
            Rule.broken(
                    "safe.code",
                    (file, known, report) -> each(file, (element, attribute) -> {
                        String code = attribute == null ? element.getLocalName() : attribute.getLocalName();
                        if (isOld(attribute == null ? element : attribute)
                                || (attribute == null ? CODE_ELEMENTS.contains(code) : isCode(element, attribute))) {
                            report.say(
                                    place(element),
                                    new Sentence("foreign code is not allowed ({0}).", code),
                                    NAME_A_STEP);
                        }
                    })),
            Rule.broken(
                    "safe.expression",
                    (file, known, report) -> each(file, (element, attribute) -> {
                        String text = attribute == null ? ownText(element) : attribute.getValue();
                        String rest = ESCAPED.matcher(text).find()
                                ? text
                                : PLAIN.matcher(text).replaceAll("");
                        if (rest.contains("${") || rest.contains("#{")) {
                            report.say(
                                    place(element),
                                    new Sentence(
                                            "this expression is not allowed: {0}",
                                            rest.strip().replaceAll("\\s+", " ")),
                                    new Sentence(
                                            "Compare variables with texts, or call workingTime, as the shipped models do."));
                        }
                    })),
            Rule.broken(
                    "safe.function",
                    (file, known, report) -> each(file, (element, attribute) -> FUNCTION.matcher(
                                    attribute == null ? ownText(element) : attribute.getValue())
                            .results()
                            .map(match -> match.group(1))
                            .filter(name -> !known.isFunction(name))
                            .forEach(name -> report.say(
                                    place(element),
                                    new Sentence("an expression may not call {0}.", name),
                                    new Sentence("Call workingTime, or let a step of the program set a variable."))))),
            Rule.broken(
                    "safe.history",
                    (file, known, report) -> each(file, (element, attribute) -> {
                        if (attribute == null
                                && "process".equals(element.getLocalName())
                                && element.getAttribute("isExecutable").equals("true")
                                && element.getAttributeNS(BpmnModelConstants.CAMUNDA_NS, "historyTimeToLive")
                                        .isBlank()) {
                            report.say(
                                    place(element),
                                    new Sentence("personal data of its cases would be kept for ever."),
                                    new Sentence("Set how long history is kept (time to live), like P365D."));
                        }
                    })));

    private SafetyRules() {}

    static Document read(byte[] content) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        return builder.parse(new ByteArrayInputStream(content));
    }

    /** Every element, with nothing for itself and then with each of its attributes. */
    private static void each(Document file, BiConsumer<Element, @Nullable Attr> look) {
        var all = file.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            look.accept(element, null);
            var attributes = element.getAttributes();
            for (int j = 0; j < attributes.getLength(); j++) {
                look.accept(element, (Attr) attributes.item(j));
            }
        }
    }

    /** In the name of Camunda's forerunner, which the engine still obeys and no rule reads. */
    private static boolean isOld(Node node) {
        return BpmnModelConstants.ACTIVITI_NS.equals(node.getNamespaceURI());
    }

    /** A class, however the attribute is called; a shell, mail or external task; a language other than FEEL. */
    private static boolean isCode(Element element, Attr attribute) {
        String name = attribute.getLocalName();
        String value = attribute.getValue();
        return switch (name) {
            case "type" ->
                BpmnModelConstants.CAMUNDA_NS.equals(attribute.getNamespaceURI())
                        && Set.of("shell", "mail", "external").contains(value.toLowerCase(Locale.ROOT));
            // Of an arrow, of a conditional event or of a case: what has a language is a script.
            case "language" -> true;
            // XPath is what BPMN says when nothing is said; the engine takes no notice of it.
            case "expressionLanguage" ->
                !value.equals("http://www.w3.org/1999/XPath")
                        && !value.toLowerCase(Locale.ROOT).contains("feel");
            // A form field may name a class that checks it.
            case "name" -> element.getLocalName().equals("constraint") && value.equals("validator");
            default -> CODE_ATTRIBUTES.contains(name) || name.equals("class") || name.endsWith("Class");
        };
    }

    private static String ownText(Element element) {
        StringBuilder text = new StringBuilder();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(child.getTextContent());
            }
        }
        return text.toString();
    }

    /** What an owner sees in Modeler: the element itself, or the one that it belongs to. */
    private static Place place(Element element) {
        Element seen = element;
        while (seen.getParentNode() instanceof Element parent && (!seen.hasAttribute("id") || isPart(seen))) {
            seen = parent;
        }
        return new Place(
                seen.hasAttribute("id") ? seen.getAttribute("id") : seen.getLocalName(),
                Place.words(seen.getAttribute("name")));
    }

    private static boolean isPart(Element element) {
        return element.getLocalName().endsWith("EventDefinition")
                || Set.of("formField", "conditionExpression", "condition").contains(element.getLocalName());
    }
}
