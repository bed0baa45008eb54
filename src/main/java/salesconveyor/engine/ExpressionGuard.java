package salesconveyor.engine;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;

/**
 * Refuses expressions in the or-parts of a task query: the engine checks only the root query, so that any
 * authenticated user could run code through them (CVE-2026-109432, not fixed in 7.24.0).
 */
class ExpressionGuard extends CommandInterceptor {
    @Override
    public <T> T execute(Command<T> command) {
        check(command);
        if (command instanceof AbstractExecuteFilterCmd) {
            check(Parts.of(command, "extendingQuery"));
        }
        return next.execute(command);
    }

    private static void check(@Nullable Object query) {
        if (query instanceof TaskQueryImpl tasks
                && tasks.getQueries().stream().skip(1).anyMatch(or -> !or.getExpressions()
                        .isEmpty())) {
            throw new BadUserRequestException("Expressions are not allowed in the or-parts of a task query");
        }
    }
}
