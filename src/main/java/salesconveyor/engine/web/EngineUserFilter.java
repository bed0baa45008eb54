package salesconveyor.engine.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import salesconveyor.engine.Identities;

/** Tells the engine who asks, so that its authorizations apply to REST calls too. */
public class EngineUserFilter extends OncePerRequestFilter {
    private final Identities identities;

    public EngineUserFilter(Identities identities) {
        this.identities = identities;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var login = SecurityContextHolder.getContext().getAuthentication();
        try {
            if (login != null) {
                identities.actAs(login.getName());
            }
            chain.doFilter(request, response);
        } finally {
            identities.actAsNobody();
        }
    }
}
