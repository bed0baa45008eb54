package salesconveyor.engine;

/**
 * What a person entered cannot be accepted. The message is the English sentence that names the place and the way out,
 * with {@code {0}} for its arguments; {@link Refusals} translates it and hands it to the person's browser.
 */
public class Refused extends RuntimeException {
    private final transient Object[] arguments;

    public Refused(String sentence, Object... arguments) {
        super(sentence);
        this.arguments = arguments;
    }

    public Object[] arguments() {
        return arguments;
    }
}
