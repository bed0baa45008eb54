package salesconveyor.engine;

import java.util.Optional;

/**
 * What a person entered cannot be accepted. The message is the English sentence that names the place and the way out,
 * with {@code {0}} for its arguments; {@link Refusals} translates it and hands it to the person's browser.
 */
public class Refused extends RuntimeException {
    private final String sentence;
    private final transient Object[] arguments;

    public Refused(String sentence, Object... arguments) {
        super(sentence);
        this.sentence = sentence;
        this.arguments = arguments;
    }

    /** What was refused, however deep in an exception of the engine it is; nothing when it is about something else. */
    public static Optional<Refused> in(Throwable exception) {
        return Optional.ofNullable(Refusals.cause(exception));
    }

    /** The same as {@link #getMessage()}, which a compiler must take for a possible null. */
    public String sentence() {
        return sentence;
    }

    public Object[] arguments() {
        return arguments;
    }
}
