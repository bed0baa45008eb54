package salesconveyor.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.VariableOrderProperty;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.jspecify.annotations.Nullable;

/** A condition or an order by a hidden variable answers what the variable holds, bit by bit. */
class QueryGuard extends StaffGuard {
    @Override
    void check(Command<?> command, String person, CommandContext context) {
        check(command);
        if (command instanceof AbstractExecuteFilterCmd) {
            check(Parts.of(command, "extendingQuery"));
        }
    }

    private static void check(@Nullable Object query) {
        if (query instanceof TaskQueryImpl tasks
                && tasks.getQueries().stream().anyMatch(QueryGuard::asksForVariables)) {
            throw new Forbidden("Tasks cannot be searched or sorted by the values of their cases.");
        }
    }

    private static boolean asksForVariables(TaskQueryImpl query) {
        return !(query.getVariables() == null ? List.of() : query.getVariables()).isEmpty()
                || query.getOrderingProperties().stream().anyMatch(VariableOrderProperty.class::isInstance);
    }
}
