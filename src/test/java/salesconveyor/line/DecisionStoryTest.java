package salesconveyor.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.ConveyorTest;
import salesconveyor.acquisition.Opportunities;
import salesconveyor.companies.Companies;

/** Why decisions fell is told to those who may decide about the case, and never to who judges blindly. */
@ConveyorTest
class DecisionStoryTest {
    private static final Viewer HEAD = new Viewer("head", Set.of("heads", "managers"));

    @Autowired
    CaseStory story;

    @Autowired
    CaseFiles files;

    @Autowired
    Opportunities opportunities;

    @Autowired
    Companies companies;

    @Autowired
    JdbcClient jdbc;

    private String number;

    @BeforeEach
    void aLeadWasSieved() {
        number = opportunities.addRepeat(companies.add("Told " + UUID.randomUUID()), "manager");
        jdbc.sql("update opportunity set lead_result = null where number = ?")
                .param(number)
                .update();
        decided("leadSieve", "PASS", null);
    }

    @ParameterizedTest
    @CsvSource({
        "head, heads, true",
        "manager, managers, true",
        "secondManager, managers, false",
        "caller, callers, false",
        "admin, camunda-admin, false",
        "accountManager, accountManagers, false"
    })
    void onlyTheOwnerAndHeadsAreTold(String login, String group, boolean told) {
        assertThat(texts(new Viewer(login, Set.of(group))).contains("Result: PASS. Because."))
                .isEqualTo(told);
    }

    @Test
    void whileAJudgementIsOpenNobodyLearnsWhatTheSieveSaid() {
        decided("nextCallStep", "SIEVE", null);
        jdbc.sql("insert into lead_judgement (opportunity_number, sieve_result, sampled, decided)"
                        + " values (?, 'PASS', true, current_timestamp)")
                .param(number)
                .update();
        assertThat(texts(HEAD)).containsExactly("Result: SIEVE. Because.");
        jdbc.sql("update lead_judgement set worth_it = false where opportunity_number = ?")
                .param(number)
                .update();
        assertThat(texts(HEAD)).contains("Result: PASS. Because.");
    }

    @Test
    void whatIsDecidedTheSameWayEveryMorningIsToldOnce() {
        for (String result : List.of("WAIT", "WAIT", "REMINDER", "REMINDER", "WAIT")) {
            decided("dunningLevel", result, "INV-1");
        }
        decided("dunningLevel", "WAIT", "INV-2");
        assertThat(texts(HEAD))
                .containsExactly(
                        "Result: PASS. Because.",
                        "INV-1: Result: WAIT. Because.",
                        "INV-1: Result: REMINDER. Because.",
                        "INV-1: Result: WAIT. Because.",
                        "INV-2: Result: WAIT. Because.");
    }

    private List<String> texts(Viewer viewer) {
        return story.of(files.find(number).orElseThrow(), viewer).stream()
                .flatMap(entry -> Arrays.stream(new String[] {entry.text()}))
                .toList();
    }

    private void decided(String decision, String result, String about) {
        jdbc.sql("insert into decision_log (case_number, about, decision, question, version, inputs, result, answer,"
                        + " rule, reason, explanation, decided)"
                        + " values (?, ?, ?, 'Why?', 1, '{}', ?, ?, ?, 'Because.', 'Because.', current_timestamp)")
                .params(number, about, decision, result, "Result: " + result + ".", decision + result)
                .update();
    }
}
