package salesconveyor.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each decision by examples of its owner; each row of each table must be hit by one of them. */
class DecisionTest {
    private static final Map<String, List<Example>> EXAMPLES = Map.ofEntries(
            Map.entry(
                    "cardCompleteness",
                    List.of(
                            example("knownFacts phone person fit, researchRounds 7", "cardStep GIVE_UP"),
                            example("knownFacts phone person fit, researchRounds 6", "cardStep COMPLETE"),
                            example("knownFacts switchboard person fit, researchRounds 0", "cardStep COMPLETE"),
                            example("knownFacts phone fit industry, researchRounds 2", "cardStep RESEARCH"),
                            example("knownFacts phone switchboard person, researchRounds 2", "cardStep RESEARCH"),
                            example("knownFacts person fit, researchRounds 3", "cardStep GIVE_UP"))),
            Map.entry(
                    "companyFit",
                    List.of(
                            fit("industry Wholesale, employees 900, researcherFit NONE", "NONE"),
                            fit("industry Packaging, employees 900, researcherFit GOOD", "NONE"),
                            fit("industry производство упаковки, researcherFit GOOD", "NONE"),
                            fit("industry Mail Order, employees 50, researcherFit PARTLY", "GOOD"),
                            fit("industry Оптовая торговля, employees 50", "GOOD"),
                            fit("industry Wholesale, employees 49, researcherFit PARTLY", "PARTLY"),
                            fit("industry Wholesale, employees 4, country DE, researcherFit GOOD", "PARTLY"),
                            fit(
                                    "industry Wholesale, employees 5, country DE, region Bayern, researcherFit GOOD",
                                    "GOOD"),
                            fit("employees 20, country US, researcherFit GOOD", "PARTLY"),
                            fit("researcherFit PARTLY", "PARTLY"),
                            fit("industry Films", "null"))),
            Map.entry(
                    "nextCallStep",
                    List.of(
                            example("callOutcome ANSWERED, callAttempt 9", "callStep SIEVE"),
                            example("callOutcome DO_NOT_CALL, callAttempt 1", "callStep DO_NOT_CALL"),
                            example("callOutcome REFUSED, callAttempt 1", "callStep GIVE_UP"),
                            example("callOutcome CALLBACK, callAttempt 9", "callStep CALLBACK"),
                            example("callOutcome CALLBACK, callAttempt 10", "callStep GIVE_UP"),
                            example("callOutcome WRONG_PERSON, callAttempt 1", "callStep RESEARCH_AGAIN"),
                            example("callOutcome BUSY, callAttempt 5", "callStep RETRY"),
                            example("callOutcome BUSY, callAttempt 6", "callStep GIVE_UP"))),
            Map.entry(
                    "leadSieve",
                    List.of(
                            example(
                                    "monthlyVolume 9000, companyFit NONE, interest HIGH, decisionMakerKnown true",
                                    "sieveResult DROP"),
                            example(
                                    "monthlyVolume 299.99, companyFit GOOD, interest HIGH, decisionMakerKnown true",
                                    "sieveResult DROP"),
                            example(
                                    "monthlyVolume -1, companyFit GOOD, interest HIGH, decisionMakerKnown true",
                                    "sieveResult DROP"),
                            example(
                                    "monthlyVolume 9000, companyFit GOOD, interest NONE, decisionMakerKnown true",
                                    "sieveResult NURTURE"),
                            example(
                                    "monthlyVolume 3000, companyFit GOOD, interest SOME, decisionMakerKnown false",
                                    "sieveResult PASS"),
                            example(
                                    "monthlyVolume 2999.99, companyFit GOOD, interest SOME, decisionMakerKnown false",
                                    "sieveResult NURTURE"),
                            example(
                                    "monthlyVolume 300, companyFit GOOD, interest SOME, decisionMakerKnown true",
                                    "sieveResult PASS"),
                            example(
                                    "monthlyVolume 300, companyFit GOOD, interest HIGH, decisionMakerKnown false",
                                    "sieveResult PASS"),
                            example(
                                    "monthlyVolume 300, companyFit PARTLY, interest SOME, decisionMakerKnown false",
                                    "sieveResult NURTURE"),
                            example(
                                    "monthlyVolume 300, companyFit PARTLY, interest NONE, decisionMakerKnown false",
                                    "sieveResult DROP"),
                            example(
                                    "monthlyVolume 1000, companyFit PARTLY, interest HIGH, decisionMakerKnown false",
                                    "sieveResult PASS"),
                            example(
                                    "monthlyVolume 999.99, companyFit PARTLY, interest HIGH, decisionMakerKnown false",
                                    "sieveResult NURTURE"),
                            example("companyFit GOOD, interest HIGH, decisionMakerKnown true", "sieveResult PASS"),
                            example("", "sieveResult DROP"),
                            example(
                                    "monthlyVolume 5000, companyFit SOMETHING, interest MUCH, decisionMakerKnown false",
                                    "sieveResult NURTURE"))),
            Map.entry(
                    "discountApproval",
                    List.of(
                            example("discountPercent 0, marginPercent 40, netAmount 900", "approvalNeeded false"),
                            example("discountPercent 10, marginPercent 15, netAmount 49999", "approvalNeeded false"),
                            example("discountPercent 10.01, marginPercent 40, netAmount 900", "approvalNeeded true"),
                            example("discountPercent 0, marginPercent 14.99, netAmount 900", "approvalNeeded true"),
                            example("discountPercent 6, marginPercent 40, netAmount 50000", "approvalNeeded true"))),
            Map.entry(
                    "paymentTerms",
                    List.of(
                            example("clientClass NEW, netAmount 10", "terms PREPAID, netDays 7"),
                            example("clientClass C, netAmount 10000", "terms PREPAID, netDays 7"),
                            example("clientClass C, netAmount 9999.99", "terms NET, netDays 7"),
                            example("clientClass B, netAmount 90000", "terms NET, netDays 14"),
                            example("clientClass A, netAmount 90000", "terms NET, netDays 30"))),
            Map.entry(
                    "dunningLevel",
                    List.of(
                            example("daysOverdue -4, clientClass A, openAmount 900", "dunning WAIT"),
                            example("daysOverdue 40, clientClass A, openAmount 4.99", "dunning WAIT"),
                            example("daysOverdue -3, clientClass NEW, openAmount 900", "dunning PRE_REMINDER"),
                            example("daysOverdue 3, clientClass B, openAmount 900", "dunning REMINDER"),
                            example("daysOverdue 14, clientClass A, openAmount 900", "dunning CALL"),
                            example("daysOverdue 14, clientClass C, openAmount 900", "dunning SECOND_NOTICE"),
                            example("daysOverdue 21, clientClass C, openAmount 900", "dunning CALL"),
                            example("daysOverdue 30, clientClass A, openAmount 900", "dunning DECIDE"))),
            Map.entry(
                    "overpaymentUse",
                    List.of(
                            example("refundAsked true, refundAmount 3, clientOwes true", "overpaymentUse REFUND"),
                            example(
                                    "refundAsked false, refundAmount 499.99, clientOwes false",
                                    "overpaymentUse CREDIT"),
                            example("refundAsked false, refundAmount 500, clientOwes true", "overpaymentUse CREDIT"),
                            example("refundAsked false, refundAmount 500, clientOwes false", "overpaymentUse REFUND"))),
            Map.entry(
                    "reminderLetter",
                    List.of(
                            example(
                                    "dunningStep PRE_REMINDER, language en",
                                    "subject Your invoices with us: a friendly note"),
                            example("dunningStep REMINDER, language en", "subject Payment reminder"),
                            example(
                                    "dunningStep SECOND_NOTICE, language en",
                                    "subject Second notice: your payment is overdue"),
                            example(
                                    "dunningStep PRE_REMINDER, language ru",
                                    "subject Ваши счета: дружеское напоминание"),
                            example("dunningStep REMINDER, language ru", "subject Напоминание об оплате"),
                            example(
                                    "dunningStep SECOND_NOTICE, language ru",
                                    "subject Повторное напоминание: оплата просрочена"))),
            Map.entry(
                    "contactCadence",
                    List.of(
                            example("clientClass C, daysSinceDelivery 60, daysToNextOrder 7", "contactInDays 1"),
                            example("clientClass A, daysSinceDelivery 60, daysToNextOrder -1", "contactInDays 1"),
                            example("clientClass NEW, daysSinceDelivery 0", "contactInDays 3"),
                            example("clientClass NEW, daysSinceDelivery 3", "contactInDays 14"),
                            example("clientClass NEW, daysSinceDelivery 14", "contactInDays 30"),
                            example("clientClass A, daysSinceDelivery 5, daysToNextOrder 8", "contactInDays 1"),
                            example("clientClass A, daysSinceDelivery 5, daysToNextOrder 28", "contactInDays 21"),
                            example("clientClass A, daysSinceDelivery 5, daysToNextOrder 29", "contactInDays 21"),
                            example("clientClass B, daysSinceDelivery 5, daysToNextOrder 34", "contactInDays 27"),
                            example("clientClass B, daysSinceDelivery 5, daysToNextOrder 53", "contactInDays 45"),
                            example("clientClass C, daysSinceDelivery 5, daysToNextOrder 97", "contactInDays 90"),
                            example("clientClass B, daysSinceDelivery 5", "contactInDays 45"),
                            example("clientClass C, daysSinceDelivery 5", "contactInDays 90"))),
            Map.entry(
                    "satisfactionLevel",
                    List.of(
                            example("score 0", "satisfaction DETRACTOR"),
                            example("score 6", "satisfaction DETRACTOR"),
                            example("score 7", "satisfaction PASSIVE"),
                            example("score 8", "satisfaction PASSIVE"),
                            example("score 9", "satisfaction PROMOTER"),
                            example("score 10", "satisfaction PROMOTER"))));

    /** What an example may leave out: it is not known. */
    private static final List<String> LEFT_OUT = List.of(
            "daysToNextOrder",
            "industry",
            "employees",
            "country",
            "region",
            "researcherFit",
            "monthlyVolume",
            "companyFit",
            "interest",
            "decisionMakerKnown");

    @TestFactory
    Stream<DynamicTest> everyRowDecidesAnExample() {
        return EXAMPLES.keySet().stream().sorted().map(id -> DynamicTest.dynamicTest(id, () -> decide(id)));
    }

    private static void decide(String id) throws Exception {
        TreeSet<String> hit = new TreeSet<>();
        DefaultDmnEngineConfiguration settings = new DefaultDmnEngineConfiguration();
        settings.setCustomPostDecisionTableEvaluationListeners(
                new ArrayList<>(List.<DmnDecisionTableEvaluationListener>of(event -> hit.addAll(rules(event)))));
        DmnEngine engine = settings.buildEngine();
        TreeSet<String> rows = new TreeSet<>();
        DmnDecision decision;
        try (var file = DecisionTest.class.getResourceAsStream("/processes/" + id + ".dmn")) {
            var model = Dmn.readModelFromStream(file);
            model.getModelElementsByType(Rule.class).forEach(rule -> rows.add(rule.getId()));
            decision = engine.parseDecision(id, model);
        }
        for (Example example : EXAMPLES.get(id)) {
            Map<String, Object> given = new HashMap<>(example.given);
            LEFT_OUT.forEach(name -> given.putIfAbsent(name, null));
            var decided = engine.evaluateDecisionTable(decision, given).getSingleResult();
            assertThat(decided).as("%s for %s", id, example.given).isNotNull();
            example.expected.forEach((name, value) -> assertThat(String.valueOf(decided.<Object>getEntry(name)))
                    .as("%s for %s", name, example.given)
                    .isEqualTo(String.valueOf(value)));
        }
        assertThat(hit).as("rows of %s that an example hits", id).isEqualTo(rows);
    }

    private static List<String> rules(DmnDecisionTableEvaluationEvent event) {
        return event.getMatchingRules().stream().map(rule -> rule.getId()).toList();
    }

    private record Example(Map<String, Object> given, Map<String, Object> expected) {}

    private static Example fit(String given, String expected) {
        return example(given, "companyFit " + expected);
    }

    private static Example example(String given, String expected) {
        return new Example(values(given), values(expected));
    }

    private static Map<String, Object> values(String text) {
        Map<String, Object> values = new HashMap<>();
        for (String pair : text.isEmpty() ? new String[0] : text.split(", ")) {
            String value = pair.substring(pair.indexOf(' ') + 1);
            values.put(
                    pair.substring(0, pair.indexOf(' ')),
                    value.matches("-?[0-9.]+")
                            ? (Object) new BigDecimal(value)
                            : value.matches("true|false") ? Boolean.valueOf(value) : value);
        }
        return values;
    }
}
