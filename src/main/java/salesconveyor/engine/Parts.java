package salesconveyor.engine;

import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;

/** Reads what a command of the engine does not show: the one place where we look into its private fields. */
final class Parts {
    private Parts() {}

    /** A field that is not there any more stops the command: a guard that sees nothing must not let through. */
    static @Nullable Object of(Object command, String field) {
        var found = ReflectionUtils.findField(command.getClass(), field);
        if (found == null) {
            throw new IllegalStateException(command.getClass() + " has no field " + field);
        }
        ReflectionUtils.makeAccessible(found);
        return ReflectionUtils.getField(found, command);
    }

    static @Nullable String text(Object command, String field) {
        return (String) of(command, field);
    }
}
