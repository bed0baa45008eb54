package salesconveyor.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.engine.impl.bpmn.behavior.DmnBusinessRuleTaskActivityBehavior;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;
import salesconveyor.engine.DecisionWatch.Evaluation;
import salesconveyor.engine.DecisionWatch.Reason;
import salesconveyor.shared.Texts;

/** Tells of each decision that a business rule task asked for, and why it fell so; what only a form asks for is none. */
class DecisionLogging implements DmnDecisionEvaluationListener {
    private final List<DecisionWatch> watches;
    private final DecisionWords words;

    DecisionLogging(List<DecisionWatch> watches, Texts texts) {
        this.watches = watches;
        this.words = new DecisionWords(texts);
    }

    @Override
    public void notify(DmnDecisionEvaluationEvent event) {
        var context = Context.getBpmnExecutionContext();
        if (context != null
                && event.getDecisionResult().getDecision() instanceof DecisionDefinitionEntity decision
                && context.getExecution().getActivity() != null
                && context.getExecution().getActivity().getActivityBehavior()
                        instanceof DmnBusinessRuleTaskActivityBehavior) {
            Evaluation evaluation = evaluation(event, decision, context.getExecution());
            watches.forEach(watch -> watch.decided(evaluation));
        }
    }

    private Evaluation evaluation(
            DmnDecisionEvaluationEvent event, DecisionDefinitionEntity decision, ExecutionEntity execution) {
        var texts = new DecisionTexts(Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDmnModelInstanceForDecisionDefinition(decision.getId()));
        var reasons = new DecisionReason(event, texts, words);
        Reason reason = reasons.of(event.getDecisionResult());
        var result = DecisionResult.of(event.getDecisionResult(), texts, words);
        return new Evaluation(
                execution.getProcessBusinessKey(),
                execution.getVariable("invoiceNumber") instanceof String invoice ? invoice : null,
                decision.getKey(),
                decision.getName() == null ? decision.getKey() : decision.getName(),
                decision.getVersion(),
                inputs(event, texts, reasons),
                result.text(),
                result.words(),
                reason);
    }

    /** What came from outside, for all decisions of the diagram. */
    private static Map<String, @Nullable Object> inputs(
            DmnDecisionEvaluationEvent event, DecisionTexts texts, DecisionReason reasons) {
        Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
        Stream.concat(event.getRequiredDecisionResults().stream(), Stream.of(event.getDecisionResult()))
                .filter(DmnDecisionTableEvaluationEvent.class::isInstance)
                .flatMap(table -> ((DmnDecisionTableEvaluationEvent) table).getInputs().stream())
                .filter(input -> !reasons.isRequired(texts.asked(input.getId())))
                .forEach(input -> inputs.put(
                        texts.asked(input.getId()),
                        DecisionWords.plain(input.getValue().getValue())));
        return inputs;
    }
}
