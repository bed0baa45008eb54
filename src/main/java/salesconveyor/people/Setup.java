package salesconveyor.people;

import java.security.SecureRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import salesconveyor.engine.Identities;
import salesconveyor.shared.Texts;

/** Makes the roles with their rights and filters, and the first administrator, at every start what is missing. */
@Component
class Setup implements SmartInitializingSingleton {
    private static final Logger log = LoggerFactory.getLogger(Setup.class);
    private static final String ADMIN = Role.ADMINISTRATORS.demoLogin();

    private final Identities identities;
    private final Filters filters;
    private final Texts texts;
    private final Environment environment;
    private final String adminPassword;

    Setup(
            Identities identities,
            Filters filters,
            Texts texts,
            Environment environment,
            @Value("${conveyor.admin-password:}") String adminPassword) {
        this.identities = identities;
        this.filters = filters;
        this.texts = texts;
        this.environment = environment;
        this.adminPassword = adminPassword;
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (Role role : Role.values()) {
            identities.group(role.group(), texts.say(role.title()));
        }
        Rights.MATRIX.forEach(right ->
                identities.grant(right.role().group(), right.resource().name(), right.id(), right.permissions()));
        identities.grantAll(Role.ADMINISTRATORS.group());
        filters.make();
        if (environment.acceptsProfiles(Profiles.of("demo"))) {
            for (Role role : Role.values()) {
                identities.user(
                        role.demoLogin(),
                        role.demoLogin(),
                        texts.say(role.title()),
                        role.demoLogin() + "@example.com",
                        role.group());
            }
        } else if (!identities.hasMember(Role.ADMINISTRATORS.group())) {
            firstAdministrator();
        }
    }

    private void firstAdministrator() {
        if (adminPassword.contains("${")) {
            throw new IllegalStateException(
                    "conveyor.admin-password is a placeholder that is not set: " + adminPassword);
        }
        String password = adminPassword.isBlank() ? random() : adminPassword;
        identities.user(ADMIN, password, "Admin", "", Role.ADMINISTRATORS.group());
        if (adminPassword.isBlank()) {
            log.warn(
                    "First start: log in as {} with the password {} and change it. It is shown only now.",
                    ADMIN,
                    password);
        }
    }

    /** 18 random letters and digits, and what the engine's password policy asks for besides. */
    private static String random() {
        String letters = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
        String body = new SecureRandom()
                .ints(18, 0, letters.length())
                .mapToObj(index -> String.valueOf(letters.charAt(index)))
                .reduce("", String::concat);
        return body + "aZ7!";
    }
}
