package salesconveyor.acquisition;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import salesconveyor.shared.Texts;

/** How the questions were asked: by whom, with which version of which script, and its own questions' answers. */
public record Asked(
        @Nullable String caller,
        @Nullable String script,
        @Nullable Integer scriptVersion,
        @Nullable String answers) {
    /** Lines for a form: the answers, and by which script somebody asked for them. */
    public List<String> told(Texts texts) {
        String how = script == null
                ? null
                : texts.say(
                        "Asked by {0} with the script {1}, version {2}",
                        caller == null ? "–" : caller, script, String.valueOf(scriptVersion));
        return Stream.of(Optional.ofNullable(answers), Optional.ofNullable(how))
                .flatMap(Optional::stream)
                .filter(line -> !line.isBlank())
                .toList();
    }
}
