package salesconveyor.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/**
 * The people who can log in, and what the engine's password policy says of a first password. Whoever may open a page that
 * asks for them may see them all: the engine's own rights on users are not asked.
 */
@Component
public class Staff {
    public record Person(String login, String name, String email, List<String> groups) {}

    /** A rule of the policy that a password breaks, like {@code PASSWORD_POLICY_LENGTH} with {@code minLength}. */
    public record BrokenRule(String name, Map<String, String> limits) {}

    private final IdentityService identity;
    private final Identities identities;
    private final AsSystem asSystem;

    Staff(IdentityService identity, Identities identities, AsSystem asSystem) {
        this.identity = identity;
        this.identities = identities;
        this.asSystem = asSystem;
    }

    public List<Person> all() {
        return asSystem.run(() -> identity.createUserQuery().orderByUserId().asc().list().stream()
                .map(user -> new Person(
                        user.getId(),
                        (text(user.getFirstName()) + " " + text(user.getLastName())).strip(),
                        text(user.getEmail()),
                        identities.groupsOf(user.getId())))
                .toList());
    }

    /** Nothing for somebody who has left, or never was there. */
    public List<String> groupsOf(String login) {
        return asSystem.run(() -> identities.groupsOf(login));
    }

    /** Nothing for somebody who has left or has no address. */
    public Optional<String> email(String login) {
        return asSystem.run(() -> identities.groupsOf(login).isEmpty() ? Optional.empty() : identities.email(login));
    }

    /** The addresses of a group. */
    public List<String> emails(String group) {
        return asSystem.run(() -> identities.emails(group));
    }

    public boolean isKnown(String login) {
        return asSystem.run(() -> identity.createUserQuery().userId(login).count() > 0);
    }

    /**
     * Closes a login for good: without a role nobody gets in, and nobody knows the password. The name stays, since past
     * work is told by it. An administrator can open it again in Admin.
     */
    public void close(String login) {
        asSystem.run(() -> {
            identities.groupsOf(login).forEach(group -> identity.deleteMembership(login, group));
            User user = identity.createUserQuery().userId(login).singleResult();
            user.setPassword(UUID.randomUUID() + "aZ7!");
            identity.saveUser(user);
            return true;
        });
    }

    /** Nothing when the password will do, or when no policy is set. */
    public List<BrokenRule> brokenRules(Person person, String password) {
        if (identity.getPasswordPolicy() == null) {
            return List.of();
        }
        User user = identity.newUser(person.login());
        user.setFirstName(person.name());
        user.setEmail(person.email());
        return identity.checkPasswordAgainstPolicy(password, user).getViolatedRules().stream()
                .map(rule -> new BrokenRule(rule.getPlaceholder(), rule.getParameters()))
                .toList();
    }

    public void hire(Person person, String password) {
        for (String group : person.groups()) {
            identities.user(person.login(), password, person.name(), person.email(), group);
        }
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
