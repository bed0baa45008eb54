package salesconveyor.engine;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;

/**
 * A process variable with its name and type, declared once by the twin of the model that first sets it.
 *
 * <p>Variables hold natural keys and the answers that gateways ask for. The engine keeps them as String, Boolean or
 * Integer; decimals travel as text, because a form turns {@code 12.0} into an Integer.
 */
public final class Variable<T> {
    /** What the engine's own tables hold of a text. */
    private static final int LONGEST_TEXT = 4000;

    private final String name;
    private final Function<Object, T> read;
    private final Function<T, Object> write;

    private Variable(String name, Function<Object, T> read, Function<T, Object> write) {
        this.name = name;
        this.read = read;
        this.write = write;
    }

    public static Variable<String> string(String name) {
        return new Variable<>(name, Object::toString, value -> value);
    }

    /** As much of a text as a variable can hold; that something was cut off is seen. */
    public static String fitting(String text) {
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT - 1) + "…" : text;
    }

    public static Variable<Boolean> bool(String name) {
        return new Variable<>(name, value -> (Boolean) value, value -> value);
    }

    public static Variable<Integer> integer(String name) {
        return new Variable<>(name, value -> ((Number) value).intValue(), value -> value);
    }

    public static Variable<BigDecimal> decimal(String name) {
        return new Variable<>(name, value -> new BigDecimal(value.toString()), BigDecimal::toPlainString);
    }

    /** Kept as ISO text, which a timer and a due date understand. */
    public static Variable<OffsetDateTime> time(String name) {
        return new Variable<>(name, value -> OffsetDateTime.parse(value.toString()), OffsetDateTime::toString);
    }

    public static <E extends Enum<E>> Variable<E> key(String name, Class<E> type) {
        return new Variable<>(name, value -> Enum.valueOf(type, value.toString()), Enum::name);
    }

    public String name() {
        return name;
    }

    /** The value. It is missing when somebody started a process by hand in the middle of the line, or by an error of the model. */
    public T get(VariableScope scope) {
        T value = find(scope);
        if (value == null) {
            throw new Refused("The case has no \"{0}\" here; a case starts with the form of its first process.", name);
        }
        return value;
    }

    public @Nullable T find(VariableScope scope) {
        Object value = scope.getVariable(name);
        return value == null ? null : read.apply(value);
    }

    public void set(VariableScope scope, @Nullable T value) {
        scope.setVariable(name, value == null ? null : write.apply(value));
    }

    /** Sets the value for this task or activity alone, so that a neighbour in parallel does not see it. */
    public void setLocal(VariableScope scope, @Nullable T value) {
        scope.setVariableLocal(name, value == null ? null : write.apply(value));
    }

    /** What the variable looks like to the engine, for a start or a message. */
    public Object toEngine(T value) {
        return write.apply(value);
    }

    @Override
    public String toString() {
        return name;
    }
}
