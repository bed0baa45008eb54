package salesconveyor.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** Finds the form that a task or start event shows, read from what is deployed, never from what was shipped. */
class DeployedForms {
    private static final String EMBEDDED = "embedded:/forms/";
    private static final int EMBEDDED_VERSION = 0; // it belongs to the program and has no version of its own
    private static final Pattern INPUT = Pattern.compile("(?:cam|data)-variable-name=\"(\\w+)\"");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The form of a task that is open now. */
    @Nullable
    DeployedForm shownBy(TaskEntity task) {
        task.initializeFormKey();
        return of(task);
    }

    @Nullable
    DeployedForm of(TaskEntity task) {
        CamundaFormRef reference = task.getCamundaFormRef();
        return reference != null ? find(reference.getKey()) : find(task.getFormKey());
    }

    /** @param name the id of a Camunda form, or the key of an embedded page */
    @Nullable
    DeployedForm find(@Nullable String name) {
        if (name == null) {
            return null;
        }
        return name.startsWith(EMBEDDED) ? embedded(name.substring(EMBEDDED.length())) : camundaForm(name);
    }

    private static @Nullable DeployedForm camundaForm(String id) {
        CamundaFormDefinitionEntity form =
                Context.getCommandContext().getCamundaFormDefinitionManager().findLatestDefinitionByKey(id);
        if (form == null) {
            return null;
        }
        ResourceEntity resource = Context.getCommandContext()
                .getResourceManager()
                .findResourceByDeploymentIdAndResourceName(form.getDeploymentId(), form.getResourceName());
        return new DeployedForm(
                id,
                form.getVersion(),
                fields(resource.getBytes()),
                new String(resource.getBytes(), StandardCharsets.UTF_8),
                DeployedForms::isTrue);
    }

    static List<FormField> fields(byte[] form) {
        try {
            List<FormField> fields = new ArrayList<>();
            collect(JSON.readTree(form).path("components"), fields);
            return fields;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(JsonNode components, List<FormField> fields) {
        for (JsonNode component : components) {
            if (component.hasNonNull("key") && !component.path("disabled").asBoolean()) {
                String key = component.path("key").asText();
                fields.add(new FormField(
                        key,
                        component.path("label").asText(key),
                        component.path("type").asText(),
                        component));
            }
            collect(component.path("components"), fields);
        }
    }

    private static DeployedForm embedded(String file) {
        try {
            String page = new ClassPathResource("forms/" + file).getContentAsString(StandardCharsets.UTF_8);
            List<FormField> fields = INPUT.matcher(page)
                    .results()
                    .map(match -> new FormField(match.group(1), match.group(1), "embedded", JSON.createObjectNode()))
                    .toList();
            return new DeployedForm(file, EMBEDDED_VERSION, fields, page, DeployedForms::isTrue);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isTrue(String expression, Map<String, Object> context) {
        FeelEngine feel = Context.getProcessEngineConfiguration()
                .getDmnEngineConfiguration()
                .getFeelEngine();
        Object answer = feel.evaluateSimpleExpression(
                expression, Variables.fromMap(context).asVariableContext());
        return Boolean.TRUE.equals(answer);
    }
}
