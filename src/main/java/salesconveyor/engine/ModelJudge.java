package salesconveyor.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.springframework.beans.factory.ListableBeanFactory;
import salesconveyor.engine.lint.Finding;
import salesconveyor.engine.lint.ModelRules;
import salesconveyor.shared.Texts;

/** One judge for what Modeler deploys, what is only asked about, and what the build ships. */
public class ModelJudge {
    /** Modeler shows an answer as a list of what is wrong with the diagram only when it begins like this. */
    private static final String AS_MODELER_KNOWS_IT = "ENGINE-09005 Could not parse BPMN process. Errors: ";

    private final ListableBeanFactory beans;
    private final ProcessEngineConfigurationImpl engine;
    private final Texts texts;

    public ModelJudge(ListableBeanFactory beans, ProcessEngineConfigurationImpl engine, Texts texts) {
        this.beans = beans;
        this.engine = engine;
        this.texts = texts;
    }

    /** What is wrong with files that are to be deployed at once, by their names; each file is there. */
    public Map<String, List<Finding>> judge(Map<String, byte[]> files) {
        var known = new KnownToEngine(beans, engine, files);
        Map<String, List<Finding>> all = new LinkedHashMap<>();
        files.forEach((name, content) -> all.put(name, ModelRules.judge(name, content, known)));
        return all;
    }

    /** What nobody may deploy, us included. */
    Map<String, List<Finding>> unsafe(Map<String, byte[]> files) {
        var known = new KnownToEngine(beans, engine, files);
        Map<String, List<Finding>> all = new LinkedHashMap<>();
        files.forEach((name, content) -> all.put(name, ModelRules.unsafe(name, content, known)));
        return all;
    }

    /**
     * Refuses what would hide a deployment from its own cases: a tenant makes a second model of the same name, of which
     * nobody can start one any more, and whoever signs as the program is overwritten by the next update.
     */
    void address(DeploymentEntity deployment) {
        if (deployment.getTenantId() != null) {
            refuse(texts.say("There are no tenants here. Leave the field Tenant ID empty."));
        }
        if (ModelDeployment.SOURCE.equals(deployment.getSource())) {
            refuse(texts.say("This source is kept for what comes with the program. Name another one."));
        }
    }

    private void refuse(String sentence) {
        throw new BadUserRequestException(AS_MODELER_KNOWS_IT + "\n* " + sentence);
    }

    /** A name for a file that came without one: by what is in it, and called after it. */
    public static String name(byte[] content) {
        Together inside = Together.of(Map.of("", content));
        String text = new String(content, java.nio.charset.StandardCharsets.UTF_8);
        return text.stripLeading().startsWith("{")
                ? first(Together.of(Map.of("form", content)).forms()) + ".form"
                : inside.processes().isEmpty()
                        ? first(inside.decisions()) + ".dmn"
                        : first(inside.processes()) + ".bpmn";
    }

    private static String first(java.util.Set<String> ids) {
        return ids.stream().findFirst().orElse("model");
    }

    /** A finding in the language of this installation. */
    public String said(Finding finding) {
        return finding.in(texts.locale(), texts);
    }

    /** All that forbids a deployment in the form that Modeler shows in its log; empty when nothing does. */
    String refusal(Map<String, List<Finding>> findings) {
        List<String> lines = new ArrayList<>();
        findings.forEach((file, found) -> found.stream()
                .filter(Finding::blocks)
                .forEach(finding -> lines.add("* " + said(finding) + " | resource " + file)));
        return lines.isEmpty() ? "" : AS_MODELER_KNOWS_IT + "\n" + String.join("\n", lines);
    }
}
