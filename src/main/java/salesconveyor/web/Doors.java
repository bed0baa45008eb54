package salesconveyor.web;

import java.util.Arrays;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import salesconveyor.engine.Identities;
import salesconveyor.engine.web.EngineUserFilter;
import salesconveyor.engine.web.WebappSessionFilter;

/** Who may open which path: {@code /public} everybody, the rest with a login of the engine, all else nobody. */
@Configuration(proxyBeanMethods = false)
class Doors {
    /** Not {@code securityMatcher(String)}: that matches Spring's own servlet alone, and the engine's REST is another. */
    private static RequestMatcher paths(String... patterns) {
        var path = PathPatternRequestMatcher.withDefaults();
        List<RequestMatcher> matchers =
                Arrays.stream(patterns).<RequestMatcher>map(path::matcher).toList();
        return new OrRequestMatcher(matchers);
    }

    /** An unfinished installation must not let a stranger make an administrator (CVE-2026-77226, open in 7.24.0). */
    @Bean
    @Order(1)
    SecurityFilterChain setupDoor(HttpSecurity http) throws Exception {
        return http.securityMatcher(paths("/camunda/api/admin/setup/**", "/camunda/app/admin/*/setup/**"))
                .csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().denyAll())
                .exceptionHandling(e -> e.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.FORBIDDEN)))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain restDoor(HttpSecurity http, AuthenticationProvider login, Identities identities)
            throws Exception {
        return http.securityMatcher(paths("/engine-rest", "/engine-rest/**", "/api/**", "/forms/**", "/pages/**"))
                .authenticationProvider(login)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .exceptionHandling(e -> e.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS)
                        .sessionFixation(fixation -> fixation.none()))
                // The session of the web applications asks for their own token; Basic is no cross-site risk.
                .csrf(AbstractHttpConfigurer::disable)
                .addFilterBefore(new WebappSessionFilter(identities), BasicAuthenticationFilter.class)
                .addFilterAfter(new EngineUserFilter(identities), AuthorizationFilter.class)
                .build();
    }

    /** Camunda's web applications keep their own login, CSRF and header filters. */
    @Bean
    @Order(3)
    SecurityFilterChain webappDoor(HttpSecurity http) throws Exception {
        return http.securityMatcher(paths("/camunda", "/camunda/**", "/actuator/health"))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain publicDoor(HttpSecurity http) throws Exception {
        return http.securityMatcher(paths("/", "/public/**", "/error"))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    @Order(5)
    SecurityFilterChain closedDoor(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().denyAll())
                .exceptionHandling(e -> e.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.FORBIDDEN)))
                .build();
    }
}
