package salesconveyor.shared.pdf;

import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLogger;
import java.util.logging.Level;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the renderer has to tell goes into our log; its chatter only when asked for. */
class PaperLog implements XRLogger {
    private static final Logger LOG = LoggerFactory.getLogger(PdfWriter.class);

    @Override
    public void log(String where, Level level, String message) {
        if (isLoud(level)) {
            LOG.warn(message);
        } else {
            LOG.debug(message);
        }
    }

    @Override
    public void log(String where, Level level, String message, Throwable cause) {
        if (isLoud(level)) {
            LOG.warn(message, cause);
        } else {
            LOG.debug(message, cause);
        }
    }

    @Override
    public void setLevel(String where, Level level) {
        // Set for our own logger, as any other.
    }

    @Override
    public boolean isLogLevelEnabled(Diagnostic diagnostic) {
        return isLoud(diagnostic.getLevel()) || LOG.isDebugEnabled();
    }

    private static boolean isLoud(Level level) {
        return level.intValue() >= Level.WARNING.intValue();
    }
}
