package salesconveyor.engine;

/**
 * What a person asks for is not theirs to do, whatever was entered. Read like {@link Refused}, but the answer is "403
 * forbidden" and not "bad request", so that a caller knows that no other input would help.
 */
public class Forbidden extends Refused {
    public Forbidden(String sentence, Object... arguments) {
        super(sentence, arguments);
    }
}
