package salesconveyor.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import salesconveyor.shared.Texts;

/**
 * Gives the demo company three months of work before its first start: where H2 would make a new database in a file,
 * the played months are unpacked there. It happens before anything opens the database, so that migrations and the
 * engine find an installation that has worked so far.
 */
@Component
@Profile("demo")
@ConditionalOnProperty(name = "conveyor.demo-months", matchIfMissing = true)
class DemoMonths implements BeanFactoryPostProcessor, EnvironmentAware {
    private static final Logger log = LoggerFactory.getLogger(DemoMonths.class);
    private static final Pattern FILE = Pattern.compile("jdbc:h2:file:([^;]+).*");

    private @Nullable Environment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        Matcher url = FILE.matcher(setting("spring.datasource.url"));
        // Only the user of the pack opens it.
        if (url.matches()
                && setting("spring.datasource.username").equals(MonthsPack.USER)
                && setting("spring.datasource.password").isEmpty()) {
            Path database = Path.of(url.group(1).replaceFirst("^~", System.getProperty("user.home")) + ".mv.db");
            if (!Files.exists(database)) {
                unpack(database);
            }
        }
    }

    private void unpack(Path database) {
        Locale language = StringUtils.parseLocale(setting("conveyor.locale"));
        ZoneId zone = setting("conveyor.zone").isEmpty() ? ZoneId.systemDefault() : ZoneId.of(setting("conveyor.zone"));
        try {
            var days = new MonthsPack(new ClassPathResource("demo/months.zip"))
                    .unpack(
                            database,
                            Clock.system(zone),
                            ZoneId.systemDefault(),
                            new Texts(language == null ? Locale.ENGLISH : language));
            log.info("The demo company comes with its work from {} to {}.", days.first(), days.last());
        } catch (IOException e) {
            throw new UncheckedIOException("The demo months cannot be unpacked to " + database, e);
        } catch (SQLException e) {
            throw new IllegalStateException("The demo months cannot be unpacked to " + database, e);
        }
    }

    private String setting(String key) {
        return environment == null ? "" : environment.getProperty(key, "").strip();
    }
}
