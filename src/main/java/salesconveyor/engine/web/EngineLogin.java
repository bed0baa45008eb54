package salesconveyor.engine.web;

import java.util.List;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;
import salesconveyor.engine.Identities;

/** Name and password are checked by the engine's own identity service; the groups become authorities. */
@Component
class EngineLogin implements AuthenticationProvider {
    private final Identities identities;

    EngineLogin(@Lazy Identities identities) {
        this.identities = identities;
    }

    @Override
    public Authentication authenticate(Authentication login) {
        String user = login.getName();
        String password = String.valueOf(login.getCredentials());
        if (user.isBlank() || password.isBlank() || !identities.isPassword(user, password)) {
            throw new BadCredentialsException("Wrong user or password");
        }
        return authenticated(identities, user);
    }

    static Authentication authenticated(Identities identities, String user) {
        List<SimpleGrantedAuthority> groups = identities.groupsOf(user).stream()
                .map(SimpleGrantedAuthority::new)
                .toList();
        return new UsernamePasswordAuthenticationToken(user, null, groups);
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
