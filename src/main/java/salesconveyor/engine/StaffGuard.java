package salesconveyor.engine;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;

/**
 * A guard of what people ask of the engine by Tasklist or REST. It holds where the engine's own authorizations hold:
 * what our code does inside a step, and what a job does, passes; administrators repair cases and pass too.
 */
abstract class StaffGuard extends CommandInterceptor {
    private static final String ADMINISTRATORS = "camunda-admin";

    @Override
    public final <T> @Nullable T execute(Command<T> command) {
        CommandContext context = Context.getCommandContext();
        Authentication person = context.getAuthentication();
        if (person == null || !context.isAuthorizationCheckEnabled() || isAdministrator(person)) {
            return next.execute(command);
        }
        check(command, person.getUserId(), context);
        return answer(command, next.execute(command), context);
    }

    /** Throws {@link Forbidden} when this person may not do that, {@link Refused} when the input is no good. */
    abstract void check(Command<?> command, String person, CommandContext context);

    /** What of the engine's answer this person may see. */
    <T> @Nullable T answer(Command<T> command, T answer, CommandContext context) {
        return answer;
    }

    static boolean isAdministrator(Authentication person) {
        var groups = person.getGroupIds();
        return groups != null && groups.contains(ADMINISTRATORS);
    }
}
