package salesconveyor.engine;

import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import salesconveyor.shared.Texts;

/** What people read for the outcome of a task: the words of its form, as it is deployed. */
@Component
public class OutcomeWords {
    private static final String FIELD = "outcome";

    private final DeployedForms forms = new DeployedForms();
    private final ProcessEngine engine;
    private final Texts texts;

    OutcomeWords(@Lazy ProcessEngine engine, Texts texts) {
        this.engine = engine;
        this.texts = texts;
    }

    /** Nothing for a task without an outcome, or whose form does not know it. */
    public Optional<String> of(String station, @Nullable String outcome) {
        if (outcome == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(form(station)).flatMap(form -> form.fields().stream()
                .filter(field -> field.key().equals(FIELD))
                .map(field -> field.word(outcome))
                .filter(word -> !word.equals(outcome))
                .findFirst()
                .or(() -> embedded(form, outcome)));
    }

    private @Nullable DeployedForm form(String station) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> Optional.ofNullable(forms.find(station)).orElseGet(() -> page(station)));
    }

    private @Nullable DeployedForm page(String station) {
        boolean shipped = getClass().getResource("/forms/" + station + ".html") != null;
        return shipped ? forms.find("embedded:/forms/" + station + ".html") : null;
    }

    /** An option of a page, whose English words stand as the key of the text. */
    private Optional<String> embedded(DeployedForm form, String outcome) {
        return Pattern.compile("<option value=\"" + Pattern.quote(outcome) + "\"[^>]*>([^<]+)</option>")
                .matcher(form.source())
                .results()
                .map(option -> texts.say(option.group(1).strip()))
                .findFirst();
    }
}
