package salesconveyor.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import salesconveyor.ConveyorTest;

/** Why a decision fell is kept with the case, in its own transaction. */
@ConveyorTest
class DecisionLogTest {
    private static final Map<String, Object> SMALL =
            Map.of("monthlyVolume", "250.00", "companyFit", "GOOD", "interest", "HIGH", "decisionMakerKnown", true);

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    DecisionService decisions;

    @Autowired
    DecisionHistory history;

    @Autowired
    TransactionTemplate transactions;

    private String deployment;
    private String number;

    @BeforeEach
    void aModelAsksTheSieve() {
        number = "T-" + System.nanoTime();
        deployment = repository
                .createDeployment()
                .addModelInstance(
                        "asksTheSieve.bpmn",
                        Bpmn.createExecutableProcess("asksTheSieve")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .businessRuleTask("leadSieve")
                                .camundaDecisionRef("leadSieve")
                                .camundaResultVariable("sieveResult")
                                .camundaMapDecisionResult("singleEntry")
                                .endEvent()
                                .done())
                .deploy()
                .getId();
    }

    @AfterEach
    void tidy() {
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void theCaseRemembersWhatWasAskedWhatCameOutAndWhy() {
        runtime.startProcessInstanceByKey("asksTheSieve", number, SMALL);
        var decided = history.last(number, "leadSieve").orElseThrow();
        assertThat(decided.result()).isEqualTo("DROP");
        assertThat(decided.question()).isEqualTo("Is the lead worth a manager?");
        assertThat(decided.version()).isPositive();
        assertThat(decided.rule()).isEqualTo("sieveKnockout_rule2");
        assertThat(decided.reason()).isEqualTo("Buys too little.");
        assertThat(decided.told())
                .isEqualTo("Result: Drop. A knock-out needs no points. Buys too little."
                        + " Monthly volume: 250 (threshold 300)");
        assertThat(decided.inputs())
                .contains("\"monthlyVolume\":250", "\"companyFit\":\"GOOD\"", "\"decisionMakerKnown\":true")
                .doesNotContain("points", "knockedOut");
    }

    @Test
    void aStepThatIsTakenBackLeavesNoReason() {
        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> {
                    runtime.startProcessInstanceByKey("asksTheSieve", number, SMALL);
                    throw new IllegalStateException("the next step fails");
                }))
                .hasMessage("the next step fails");
        assertThat(history.of(number)).isEmpty();
    }

    @Test
    void noNameGetsIntoTheLog() {
        Map<String, Object> named = new HashMap<>(SMALL);
        named.put("companyFit", "Anna Schmidt");
        runtime.startProcessInstanceByKey("asksTheSieve", number, named);
        assertThat(history.of(number)).hasSize(1).allSatisfy(decided -> assertThat(
                        List.of(decided.inputs(), decided.explanation(), decided.reason())
                                .toString())
                .doesNotContain("Anna"));
    }

    @Test
    void whatIsAskedOutsideOfACaseIsNoDecisionOfACase() {
        long before =
                history.newest("leadSieve", past(), future(), null, 1_000_000).size();
        decisions.evaluateDecisionByKey("leadSieve").variables(SMALL).evaluate();
        assertThat(history.newest("leadSieve", past(), future(), null, 1_000_000))
                .hasSize((int) before);
    }

    private static java.time.OffsetDateTime past() {
        return java.time.OffsetDateTime.parse("2000-01-01T00:00Z");
    }

    private static java.time.OffsetDateTime future() {
        return java.time.OffsetDateTime.parse("2100-01-01T00:00Z");
    }
}
