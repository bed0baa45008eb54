package salesconveyor.engine.lint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import salesconveyor.shared.Sentence;

/** One rule with a stable id; {@code blocks} says whether what breaks it may be deployed at all. */
record Rule<T>(String id, boolean blocks, Check<T> check) {
    interface Check<T> {
        void look(T file, Known known, Report report);
    }

    interface Report {
        void say(Place place, Sentence wrong, Sentence mend);

        default void say(ModelElementInstance element, Sentence wrong, Sentence mend) {
            say(Place.of(element), wrong, mend);
        }
    }

    static <T> Rule<T> broken(String id, Check<T> check) {
        return new Rule<>(id, true, check);
    }

    static <T> Rule<T> unusual(String id, Check<T> check) {
        return new Rule<>(id, false, check);
    }

    /** One finding for each place: what is wrong with it twice is mended once. */
    List<Finding> findings(T file, Known known) {
        Map<Place, Finding> findings = new LinkedHashMap<>();
        check.look(
                file,
                known,
                (place, wrong, mend) -> findings.putIfAbsent(place, new Finding(id, place, wrong, mend, blocks)));
        return List.copyOf(findings.values());
    }
}
