package salesconveyor;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** With {@code -Dconveyor.test.database=postgres} the same tests run on a real PostgreSQL, else on H2 in memory. */
public class DatabaseUnderTest implements LauncherSessionListener {
    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if ("postgres".equals(System.getProperty("conveyor.test.database"))) {
            try {
                // Ends with this JVM, by its own hook: the application contexts close after the session.
                EmbeddedPostgres server = EmbeddedPostgres.builder().start();
                System.setProperty("conveyor.test.url", server.getJdbcUrl("postgres", "postgres"));
                System.setProperty("conveyor.test.user", "postgres");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
