package salesconveyor.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What the files that are judged at once bring along: their own ids, by their content and not by their file names. */
record Together(
        Set<String> forms, Set<String> decisions, Set<String> processes, Set<String> variables, Set<String> compared) {
    private static final Pattern DECISION = Pattern.compile("<(?:\\w+:)?decision\\b[^>]*?\\sid=\"([^\"]+)\"");
    private static final Pattern PROCESS = Pattern.compile("<(?:\\w+:)?process\\b[^>]*?\\sid=\"([^\"]+)\"");
    /** What a model sets by itself: results of decisions, and what is handed in or out. */
    static final Pattern VARIABLE = Pattern.compile("\\s\\w+:resultVariable=\"([^\"]+)\""
            + "|<\\w+:(?:in|out)\\b[^>]*?\\starget=\"([^\"]+)\""
            + "|<\\w+:(?:input|output)Parameter\\s+name=\"([^\"]+)\"");

    private static final Pattern COMPARED = Pattern.compile("=\\s*'([A-Z_]+)'");

    static Together of(Map<String, byte[]> files) {
        var all = new Together(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
        files.forEach((name, content) -> {
            String text = new String(content, StandardCharsets.UTF_8);
            if (name.endsWith("form")) {
                all.form(content);
            } else {
                find(DECISION, text, all.decisions);
                find(PROCESS, text, all.processes);
                find(VARIABLE, text, all.variables);
                find(COMPARED, text, all.compared);
            }
        });
        return all;
    }

    private void form(byte[] content) {
        try {
            forms.add(new ObjectMapper().readTree(content).path("id").asText());
        } catch (IOException e) {
            // A form that is no JSON brings nothing along; that it is none is said of the form itself.
            forms.remove("");
        }
    }

    static void find(Pattern pattern, String text, Set<String> found) {
        pattern.matcher(text).results().forEach(match -> {
            for (int i = 1; i <= match.groupCount(); i++) {
                if (match.group(i) != null) {
                    found.add(match.group(i));
                }
            }
        });
    }
}
