package salesconveyor.payments.statement;

import java.util.List;

/** What an accountant should look at, though the statement was read: an English sentence and its arguments. */
public record Warning(String sentence, List<Object> arguments) {
    Warning(String sentence, Object... arguments) {
        this(sentence, List.of(arguments));
    }
}
