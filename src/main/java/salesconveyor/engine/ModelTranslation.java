package salesconveyor.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Description;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import salesconveyor.shared.Texts;

/**
 * Puts the words of a model, decision or form into the language of this installation. Every text that equals a shipped English
 * one is replaced, also in what an owner deploys, and a time has 24 hours; all else stays as it is. Nothing happens in
 * English.
 */
@Component
public class ModelTranslation {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** The keys of a form whose values people read. */
    public static final Set<String> FORM_TEXTS =
            Set.of("label", "description", "text", "content", "dateLabel", "timeLabel", "dateTimeLabel");

    private final Texts texts;

    public ModelTranslation(Texts texts) {
        this.texts = texts;
    }

    /** @param resource its file name, which says what it is */
    public byte[] translate(String resource, byte[] content) {
        if (texts.isEnglish()) {
            return content;
        }
        if (resource.endsWith(".bpmn")) {
            return model(content);
        }
        if (resource.endsWith(".dmn")) {
            return decision(content);
        }
        return resource.endsWith(".form") ? form(content) : content;
    }

    private byte[] decision(byte[] content) {
        DmnModelInstance model = Dmn.readModelFromStream(new ByteArrayInputStream(content));
        return isSaid(decisionTexts(model)) ? Dmn.convertToString(model).getBytes(StandardCharsets.UTF_8) : content;
    }

    /** Writes each text in our language. @return whether one was in another: else the file stays as it is, to the byte */
    private boolean isSaid(List<Text> found) {
        boolean said = false;
        for (Text text : found) {
            String ours = texts.say(text.words());
            if (!ours.equals(text.words())) {
                text.write().accept(ours);
                said = true;
            }
        }
        return said;
    }

    /** A text that people read, and how to write another one in its place. */
    public record Text(String words, Consumer<String> write) {}

    /** The names of decisions, labels of columns and annotations; the names of variables are keys. */
    public static List<Text> decisionTexts(DmnModelInstance model) {
        List<Text> found = new ArrayList<>();
        model.getModelElementsByType(Decision.class).forEach(one -> add(found, one.getName(), one::setName));
        model.getModelElementsByType(Input.class).forEach(one -> add(found, one.getLabel(), one::setLabel));
        model.getModelElementsByType(Output.class).forEach(one -> add(found, one.getLabel(), one::setLabel));
        model.getModelElementsByType(Description.class)
                .forEach(one -> add(found, one.getTextContent(), one::setTextContent));
        return found;
    }

    private static void add(List<Text> found, @Nullable String words, Consumer<String> write) {
        if (words != null && !words.isBlank()) {
            found.add(new Text(words, write));
        }
    }

    private byte[] model(byte[] content) {
        BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(content));
        List<Text> found = new ArrayList<>();
        for (BaseElement element : model.getModelElementsByType(BaseElement.class)) {
            if (!isReference(element)) {
                add(found, element.getAttributeValue("name"), name -> element.setAttributeValue("name", name));
            }
        }
        model.getModelElementsByType(Documentation.class)
                .forEach(one -> add(found, one.getTextContent(), one::setTextContent));
        model.getModelElementsByType(TextAnnotation.class)
                .forEach(note -> add(found, note.getText().getTextContent(), note.getText()::setTextContent));
        return isSaid(found) ? Bpmn.convertToString(model).getBytes(StandardCharsets.UTF_8) : content;
    }

    /** The name of a message, error or escalation is a key, not a text. */
    private static boolean isReference(BaseElement element) {
        String type = element.getElementType().getTypeName();
        return Set.of("message", "error", "escalation", "signal").contains(type);
    }

    private byte[] form(byte[] content) {
        try {
            JsonNode form = JSON.readTree(content);
            words(form);
            return JSON.writeValueAsBytes(form);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void words(JsonNode node) {
        if (node instanceof ObjectNode object) {
            FORM_TEXTS.forEach(key -> {
                if (object.get(key) instanceof TextNode text) {
                    object.put(key, texts.say(text.asText()));
                }
            });
            if (object.path("type").asText().equals("datetime") && !object.has("use24h")) {
                object.put("use24h", true);
            }
        }
        node.forEach(this::words);
    }
}
