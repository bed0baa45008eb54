package salesconveyor.engine.web;

import jakarta.ws.rs.core.Response;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.glassfish.jersey.spi.ExtendedExceptionMapper;
import org.jspecify.annotations.Nullable;
import salesconveyor.engine.Refused;

/**
 * The engine's REST wraps whatever a start form or a task's form meets into status 500, with words of its own before the
 * sentence. What we refuse because of the input is answered as such: status 400 and the sentence alone.
 */
public class RefusalAnswer implements ExtendedExceptionMapper<RestException> {
    @Override
    public boolean isMappable(RestException wrapped) {
        return refusal(wrapped) != null;
    }

    @Override
    public Response toResponse(RestException wrapped) {
        BadUserRequestException refusal = refusal(wrapped);
        return ExceptionHandlerHelper.getInstance().getResponse(refusal == null ? wrapped : refusal);
    }

    private static @Nullable BadUserRequestException refusal(RestException wrapped) {
        return wrapped.getCause() instanceof BadUserRequestException bad && isOurs(bad) ? bad : null;
    }

    private static boolean isOurs(BadUserRequestException bad) {
        for (Throwable cause = bad.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused) {
                return true;
            }
        }
        return false;
    }
}
