package salesconveyor.web;

import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.Http403ForbiddenEntryPoint;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import salesconveyor.engine.Identities;
import salesconveyor.engine.web.EngineUserFilter;
import salesconveyor.engine.web.WebappSessionFilter;
import salesconveyor.engine.web.WebappSessionFilter.Proof;
import salesconveyor.people.Paths;
import salesconveyor.people.Role;

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
        return http.securityMatcher(paths("/engine-rest", "/engine-rest/**", "/api/**", "/forms/**"))
                .authenticationProvider(login)
                .authorizeHttpRequests(Doors::byTheTable)
                .httpBasic(basic -> basic.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .exceptionHandling(e -> e.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS)
                        .sessionFixation(fixation -> fixation.none()))
                // The session of the web applications asks for their own token; Basic is no cross-site risk.
                .csrf(AbstractHttpConfigurer::disable)
                .addFilterBefore(new WebappSessionFilter(identities, Proof.HEADER), BasicAuthenticationFilter.class)
                .addFilterAfter(new EngineUserFilter(identities), AuthorizationFilter.class)
                .build();
    }

    /** Our own pages: a plain form proves by a hidden field that it is ours; who is not logged in is led to a login. */
    @Bean
    @Order(3)
    SecurityFilterChain pagesDoor(HttpSecurity http, AuthenticationProvider login, Identities identities)
            throws Exception {
        return http.securityMatcher(paths("/pages/**"))
                .authenticationProvider(login)
                .authorizeHttpRequests(Doors::byTheTable)
                .httpBasic(basic -> basic.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .exceptionHandling(e -> e.authenticationEntryPoint((request, response, refusal) ->
                        response.sendRedirect("/public/login?next=" + request.getRequestURI())))
                .csrf(csrf -> csrf.ignoringRequestMatchers(request -> request.getHeader("Authorization") != null))
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .addFilterBefore(new WebappSessionFilter(identities, Proof.FORM_FIELD), BasicAuthenticationFilter.class)
                .addFilterAfter(new EngineUserFilter(identities), AuthorizationFilter.class)
                .build();
    }

    /** Camunda's web applications keep their own login, CSRF and header filters. */
    @Bean
    @Order(4)
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
    @Order(5)
    SecurityFilterChain publicDoor(HttpSecurity http, InquiryOrigins origins) throws Exception {
        return http.securityMatcher(paths("/", "/public/**", "/error"))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .cors(cors -> cors.configurationSource(origins.cors()))
                .headers(headers -> headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::disable)
                        .addHeaderWriter(origins.frames()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /** For a monitoring system: an administrator's login, or the token of {@code conveyor.metrics.token}. */
    @Bean
    @Order(6)
    SecurityFilterChain metricsDoor(
            HttpSecurity http, AuthenticationProvider login, @Value("${conveyor.metrics.token:}") String token)
            throws Exception {
        return http.securityMatcher(paths("/actuator/prometheus"))
                .authenticationProvider(login)
                .authorizeHttpRequests(requests -> requests.anyRequest()
                        .hasAnyAuthority(Role.ADMINISTRATORS.group(), MetricsTokenFilter.AUTHORITY))
                .httpBasic(basic -> basic.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .exceptionHandling(e -> e.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new MetricsTokenFilter(token), BasicAuthenticationFilter.class)
                .build();
    }

    @Bean
    @Order(7)
    SecurityFilterChain closedDoor(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().denyAll())
                .exceptionHandling(e -> e.authenticationEntryPoint(new Http403ForbiddenEntryPoint()))
                .build();
    }

    /** Our own paths by {@link Paths}; the engine's REST and the forms ask the engine itself who may what. */
    private static void byTheTable(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        Paths.MATRIX.forEach(
                right -> requests.requestMatchers(paths(right.pattern())).hasAnyAuthority(right.groups()));
        requests.requestMatchers(paths("/api/**", "/pages/**")).denyAll();
        requests.anyRequest().authenticated();
    }
}
