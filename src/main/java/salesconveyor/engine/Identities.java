package salesconveyor.engine;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Groups, users and rights in the engine's own identity tables. */
@Component
public class Identities {
    private final IdentityService identity;
    private final AuthorizationService authorizations;

    Identities(IdentityService identity, AuthorizationService authorizations) {
        this.identity = identity;
        this.authorizations = authorizations;
    }

    public void group(String id, String name) {
        Group group = identity.createGroupQuery().groupId(id).singleResult();
        if (group == null) {
            group = identity.newGroup(id);
            group.setType(id.equals("camunda-admin") ? "SYSTEM" : "WORKFLOW");
        }
        group.setName(name);
        identity.saveGroup(group);
    }

    public boolean hasMember(String group) {
        return identity.createUserQuery().memberOfGroup(group).count() > 0;
    }

    /** The logins of a group's members. */
    public List<String> members(String group) {
        return identity.createUserQuery().memberOfGroup(group).list().stream()
                .map(User::getId)
                .toList();
    }

    /** The mail addresses of a group's members. */
    public List<String> emails(String group) {
        return identity.createUserQuery().memberOfGroup(group).list().stream()
                .map(User::getEmail)
                .filter(email -> email != null && !email.isBlank())
                .toList();
    }

    /** Nothing when the person has left or has no address. */
    public Optional<String> email(String user) {
        return Optional.ofNullable(identity.createUserQuery().userId(user).singleResult())
                .map(User::getEmail)
                .filter(email -> !email.isBlank());
    }

    public boolean isMember(String user, String group) {
        return identity.createUserQuery().userId(user).memberOfGroup(group).count() > 0;
    }

    public List<String> groupsOf(String user) {
        return identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
    }

    public boolean isPassword(String user, String password) {
        return identity.checkPassword(user, password);
    }

    /** The engine checks the rights of this user in what follows on this thread. */
    public void actAs(String user) {
        identity.setAuthentication(user, groupsOf(user));
    }

    /** Who acts on this thread; nobody when the engine itself does. */
    public @Nullable String current() {
        var authentication = identity.getCurrentAuthentication();
        return authentication == null ? null : authentication.getUserId();
    }

    public void actAsNobody() {
        identity.clearAuthentication();
    }

    /** Makes a user who is not there yet. */
    public void user(String id, String password, String firstName, String email, String group) {
        if (identity.createUserQuery().userId(id).count() == 0) {
            User user = identity.newUser(id);
            user.setFirstName(firstName);
            user.setLastName("");
            user.setEmail(email);
            user.setPassword(password);
            identity.saveUser(user);
        }
        if (!isMember(id, group)) {
            identity.createMembership(id, group);
        }
    }

    public void grant(String group, String resource, String id, List<String> permissions) {
        Resource type = Resources.valueOf(resource);
        Authorization grant = authorizations
                .createAuthorizationQuery()
                .groupIdIn(group)
                .resourceType(type)
                .resourceId(id)
                .singleResult();
        if (grant == null) {
            grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            grant.setGroupId(group);
            grant.setResource(type);
            grant.setResourceId(id);
        }
        for (String permission : permissions) {
            grant.addPermission(permission(type, permission));
        }
        authorizations.saveAuthorization(grant);
    }

    /** The engine gives its administrators all rights when it makes its configured admin user; we make ours. */
    public void grantAll(String group) {
        for (Resources resource : Resources.values()) {
            grant(group, resource.name(), "*", List.of("ALL"));
        }
    }

    private static Permission permission(Resource type, String name) {
        return type == Resources.PROCESS_DEFINITION && !name.equals("ALL")
                ? ProcessDefinitionPermissions.valueOf(name)
                : Permissions.valueOf(name);
    }
}
