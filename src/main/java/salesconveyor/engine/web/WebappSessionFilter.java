package salesconveyor.engine.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Set;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import salesconveyor.engine.Identities;

/** Who is logged in to Tasklist or Cockpit needs no second login; what changes something needs a token of the session. */
public class WebappSessionFilter extends OncePerRequestFilter {
    /** How a request that changes something proves that it comes from our own page. */
    public enum Proof {
        /** The web applications' own token in the header {@code X-XSRF-TOKEN}, checked here. */
        HEADER,
        /** A hidden field of the form, checked by Spring Security before this filter. */
        FORM_FIELD
    }

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private final Identities identities;
    private final Proof proof;

    public WebappSessionFilter(Identities identities, Proof proof) {
        this.identities = identities;
        this.proof = proof;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null
                && request.getHeader("Authorization") == null
                && session.getAttribute("authenticatedUser") instanceof Authentications logins
                && logins.getAuthenticationForProcessEngine("default") instanceof UserAuthentication login
                && (READING.contains(request.getMethod()) || proof == Proof.FORM_FIELD || hasToken(session, request))) {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(EngineLogin.authenticated(identities, login.getIdentityId()));
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }

    private static boolean hasToken(HttpSession session, HttpServletRequest request) {
        Object token = session.getAttribute("CAMUNDA_CSRF_TOKEN");
        return token != null && token.equals(request.getHeader("X-XSRF-TOKEN"));
    }
}
