package salesconveyor.engine;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import salesconveyor.shared.Texts;

/** Turns a {@link Refused} from a listener into the engine's answer "bad request", so that Tasklist shows the sentence. */
class Refusals extends CommandInterceptor {
    private final Texts texts;

    Refusals(Texts texts) {
        this.texts = texts;
    }

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (RuntimeException e) {
            Refused refused = cause(e);
            if (refused == null || e instanceof BadUserRequestException) {
                throw e;
            }
            throw new BadUserRequestException(texts.say(refused.sentence(), refused.arguments()), e);
        } finally {
            if (Context.getCommandContext() == null) {
                FormHold.clear();
            }
        }
    }

    private static @Nullable Refused cause(@Nullable Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return refused;
            }
        }
        return null;
    }
}
