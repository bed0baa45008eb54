package salesconveyor.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a monitoring system in by {@code Authorization: Bearer <conveyor.metrics.token>}, so that no administrator's
 * password stands in its configuration. Only the figures lie behind this door; without a token it opens to nobody.
 */
class MetricsTokenFilter extends OncePerRequestFilter {
    /** What whoever shows the token may: read the figures, and nothing else. */
    static final String AUTHORITY = "metrics";

    private static final String BEARER = "Bearer ";

    private final String token;

    MetricsTokenFilter(String token) {
        this.token = token.strip();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (!token.isEmpty() && header != null && header.startsWith(BEARER) && isToken(header)) {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new UsernamePasswordAuthenticationToken(
                    "metrics", null, List.of(new SimpleGrantedAuthority(AUTHORITY))));
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }

    private boolean isToken(String header) {
        return MessageDigest.isEqual(
                token.getBytes(StandardCharsets.UTF_8),
                header.substring(BEARER.length()).strip().getBytes(StandardCharsets.UTF_8));
    }
}
