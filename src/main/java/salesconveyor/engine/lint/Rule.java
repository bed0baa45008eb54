package salesconveyor.engine.lint;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One rule with a stable id; {@code blocks} says whether what breaks it may be deployed at all. */
record Rule<T>(String id, boolean blocks, Check<T> check) {
    interface Check<T> {
        void look(T file, Known known, Report report);
    }

    interface Report {
        void say(String place, String sentence, @Nullable Object... words);
    }

    static <T> Rule<T> broken(String id, Check<T> check) {
        return new Rule<>(id, true, check);
    }

    static <T> Rule<T> unusual(String id, Check<T> check) {
        return new Rule<>(id, false, check);
    }

    List<Finding> findings(T file, Known known) {
        List<Finding> findings = new ArrayList<>();
        check.look(
                file,
                known,
                (place, sentence, words) -> findings.add(new Finding(id, place, sentence.formatted(words), blocks)));
        return findings;
    }
}
