package salesconveyor.engine;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import salesconveyor.shared.Texts;

/**
 * Turns a {@link Refused} from a listener or a guard into the engine's answer "bad request", a {@link Forbidden} into
 * "no right", so that Tasklist shows the sentence.
 */
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
            if (refused == null || e instanceof BadUserRequestException || e instanceof AuthorizationException) {
                throw e;
            }
            throw answer(refused, e);
        } finally {
            if (Context.getCommandContext() == null) {
                FormHold.clear();
            }
        }
    }

    private ProcessEngineException answer(Refused refused, RuntimeException cause) {
        String sentence = texts.say(refused.sentence(), refused.arguments());
        if (refused instanceof Forbidden) {
            var forbidden = new AuthorizationException(sentence);
            forbidden.initCause(cause);
            return forbidden;
        }
        return new BadUserRequestException(sentence, cause);
    }

    static @Nullable Refused cause(@Nullable Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return refused;
            }
        }
        return null;
    }
}
