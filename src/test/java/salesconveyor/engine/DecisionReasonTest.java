package salesconveyor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionEvaluationListener;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import salesconveyor.shared.Texts;

/** What people are told about a decision. */
class DecisionReasonTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    leadSieve | monthlyVolume=250;companyFit=GOOD;interest=HIGH;decisionMakerKnown=true | sieveKnockout_rule2 | Result: Drop. A knock-out needs no points. Buys too little. Monthly volume: 250 (threshold 300)
                    leadSieve | monthlyVolume=9000;companyFit=NONE;interest=HIGH;decisionMakerKnown=true | sieveKnockout_rule1 | Result: Drop. A knock-out needs no points. Not our kind of client. Fit: None
                    leadSieve | monthlyVolume=1200;companyFit=PARTLY;interest=SOME;decisionMakerKnown=true | leadSieve_rule2 | Result: Pass. Enough points for a manager. Points: 65 (threshold 60) = Buys a fair amount 20, Fits in part 10, Some interest 15, We know who decides 20
                    leadSieve | monthlyVolume=400;companyFit=GOOD;interest=NONE;decisionMakerKnown=false | leadSieve_rule4 | Result: Drop. Too few points. Points: -10 (threshold 30) = Buys a little 10, Fits well 20, No interest today -40
                    leadSieve | | leadSieve_rule4 | Result: Drop. Too few points. Points: 0 (threshold 30)
                    discountApproval | discountPercent=12.5;marginPercent=40;netAmount=900 | discountApproval_rule1 | Approval needed: yes. More than ten percent is the head of sales' own decision. Discount, %: 12.5 (threshold 10)
                    discountApproval | discountPercent=6;marginPercent=40;netAmount=50000 | discountApproval_rule3 | Approval needed: yes. In a large proposal each percent counts. Discount, %: 6 (threshold 5); Net amount: 50,000 (threshold 50,000)
                    discountApproval | discountPercent=4;marginPercent=40;netAmount=900 | discountApproval_rule4 | Approval needed: no. The manager decides alone. Discount, %: 4 (threshold 10); Margin, %: 40 (threshold 15); Net amount: 900
                    paymentTerms | clientClass=A;netAmount=90000 | paymentTerms_rule3 | Terms: Net; Days to pay: 30. The best clients get the longest terms. Client class: A
                    dunningLevel | daysOverdue=35;clientClass=C;openAmount=900 | dunningLevel_rule8 | Step: Decide. After thirty days the head of sales decides. Days overdue: 35 (threshold 29); Client class: C; Open amount: 900 (threshold 5)
                    dunningLevel | daysOverdue=1;clientClass=C;openAmount=900 | dunningLevel_rule3 | Step: Pre reminder. A friendly note before and around the due date. Days overdue: 1 (from -3 to 2)
                    nextCallStep | callOutcome=NO_ANSWER;callAttempt=2 | nextCallStep_rule6 | Step: Retry. Nobody was reached: try again at another time. Attempt: 2 (threshold 6)
                    satisfactionLevel | score=11 | | No row of the table fits. Score, 0-10: 11
                    satisfactionLevel | score=3 | satisfactionLevel_rule3 | Level: Detractor. Has a reason to be unhappy: the manager calls. Score, 0-10: 3 (threshold 7)
                    """)
    void aDecisionIsExplainedByItsRowsValuesAndThresholds(String decision, String given, String rule, String expected)
            throws Exception {
        assertThat(explained(decision, given == null ? "" : given, Locale.ENGLISH))
                .isEqualTo(rule + "|" + expected);
    }

    @Test
    void aRussianSystemExplainsInRussian() throws Exception {
        assertThat(explained(
                        "leadSieve", "monthlyVolume=250;companyFit=GOOD;interest=HIGH", Locale.forLanguageTag("ru")))
                .isEqualTo(
                        "sieveKnockout_rule2|Итог: отсев. Отсекающему признаку баллы не нужны. Покупает слишком мало."
                                + " Объём закупок в месяц: 250 (порог 300)");
    }

    @ParameterizedTest
    @CsvSource({
        "GOOD, GOOD",
        "12.50, 12.5",
        "Anna Schmidt, …",
        "anna, …",
        "+49 30 901820, …",
        "anna@example.com, …",
        "PHONE+49, …"
    })
    void whatCouldNameAPersonIsLeftOut(String value, String kept) {
        assertThat(String.valueOf(DecisionWords.plain(value))).isEqualTo(kept);
    }

    private static String explained(String decision, String given, Locale language) throws Exception {
        var texts = new Texts(language);
        byte[] file = new ModelTranslation(texts)
                .translate(decision + ".dmn", Files.readAllBytes(Path.of("processes", decision + ".dmn")));
        var model = Dmn.readModelFromStream(new java.io.ByteArrayInputStream(file));
        List<DmnDecisionEvaluationEvent> events = new ArrayList<>();
        var settings = new DefaultDmnEngineConfiguration();
        settings.setCustomPostDecisionEvaluationListeners(
                new ArrayList<>(List.<DmnDecisionEvaluationListener>of(events::add)));
        var engine = settings.buildEngine();
        engine.evaluateDecision(engine.parseDecision(decision, model), values(given));
        var tables = new DecisionTexts(model);
        var words = new DecisionWords(texts);
        var event = events.get(0);
        var reason = new DecisionReason(event, tables, words).of(event.getDecisionResult());
        String result =
                DecisionResult.of(event.getDecisionResult(), tables, words).words();
        return reason.rule() + "|" + (result + " " + reason.explanation()).strip();
    }

    private static Map<String, Object> values(String text) {
        Map<String, Object> values = new HashMap<>();
        for (String name : List.of("monthlyVolume", "companyFit", "interest", "decisionMakerKnown")) {
            values.put(name, null);
        }
        for (String pair : text.isBlank() ? new String[0] : text.split(";")) {
            String value = pair.substring(pair.indexOf('=') + 1);
            values.put(
                    pair.substring(0, pair.indexOf('=')), value.matches("true|false") ? Boolean.valueOf(value) : value);
        }
        return values;
    }
}
