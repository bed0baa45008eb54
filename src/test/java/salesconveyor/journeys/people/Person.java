package salesconveyor.journeys.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

/** Somebody with a login of the demo team, who works through the same door and with the same rights as in Tasklist. */
abstract class Person {
    final Belt belt;
    private final String login;

    Person(Belt belt, String login) {
        this.belt = belt;
        this.login = login;
    }

    /** Claims the task of this station and completes it with what is written on its form. */
    void does(String caseNumber, String station, Object... answers) {
        belt.runs(caseNumber);
        String task = belt.task(caseNumber, station);
        assertDone(station, "/engine-rest/task/" + task + "/claim", Map.of("userId", login));
        assertDone(station, "/engine-rest/task/" + task + "/submit-form", Belt.variables(answers));
        belt.works(caseNumber);
    }

    String starts(String process, Object... answers) {
        var answer = belt.post(
                login,
                "/engine-rest/process-definition/" + belt.definition(process) + "/submit-form",
                Belt.variables(answers));
        assertThat(answer.getStatusCode().is2xxSuccessful())
                .as(answer.getBody())
                .isTrue();
        String instance = answer.getBody().replaceAll(".*?\"id\":\"([^\"]+)\".*", "$1");
        return belt.businessKey(instance);
    }

    void assertDone(String station, String path, Map<String, Object> body) {
        var answer = belt.post(login, path, body);
        assertThat(answer.getStatusCode().is2xxSuccessful())
                .as("%s at %s: %s", login, station, answer.getBody())
                .isTrue();
    }
}
