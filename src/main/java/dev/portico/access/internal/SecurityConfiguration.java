package dev.portico.access.internal;

import jakarta.servlet.DispatcherType;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/// The chains of filters, one of which every request passes: programs with a token, other requests of programs (REST,
/// metrics), and people (the views).
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /// What a browser loads before anybody is signed in, and may keep. Holds no data.
    private static final String[] FILES = {
        "/styles.css",
        "/assets/**",
        "/themes/**",
        "/icons/**",
        "/aura/**",
        "/favicon.ico",
        "/favicon.svg",
        "/VAADIN/build/**",
        "/VAADIN/static/**"
    };

    /// No span and no timer for each filter: that costs more than the filters.
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /// Files that hold no data, the one rule about them. Nobody is asked who they are, neither by a session nor by a
    /// token, so that the files are there while the database is not.
    @Bean
    @Order(8)
    SecurityFilterChain files(HttpSecurity http) {
        return http.securityMatcher(reads(FILES))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .headers(headers -> SecurityHeaders.forPeople(headers, FILES))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    private static RequestMatcher reads(String... files) {
        PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
        return new OrRequestMatcher(Stream.of(files)
                .<RequestMatcher>mapMulti((file, matchers) -> {
                    matchers.accept(paths.matcher(HttpMethod.GET, file));
                    matchers.accept(paths.matcher(HttpMethod.HEAD, file));
                })
                .toList());
    }

    /// Requests that bring an `Authorization`. [TokenFilter] signs them in or refuses them, so they need nothing of a
    /// session, nor a check against forgery, which is for what a browser sends by itself.
    @Bean
    @Order(9)
    SecurityFilterChain tokens(HttpSecurity http, RequestFilters filters, ProgramRules rules) {
        http.securityMatcher(rules::bringsAuthorization)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS)
                        .sessionFixation(kept -> kept.none()))
                .csrf(csrf -> csrf.disable())
                .addFilterBefore(filters.tokens(rules::signInFirst), AnonymousAuthenticationFilter.class);
        return forPrograms(http, rules);
    }

    @Bean
    @Order(10)
    SecurityFilterChain programs(HttpSecurity http, RequestFilters filters, ProgramRules rules) {
        http.securityMatcher(rules.programs())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(rules::needsCsrfToken))
                .addFilterBefore(filters.sessionGuard(), AnonymousAuthenticationFilter.class);
        return forPrograms(http, rules);
    }

    private static SecurityFilterChain forPrograms(HttpSecurity http, ProgramRules rules) {
        return http.requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .exceptionHandling(refusals ->
                        refusals.authenticationEntryPoint(rules::signInFirst).accessDeniedHandler(rules::denied))
                .headers(SecurityHeaders::forPrograms)
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, "/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .access(rules.metrics())
                        .requestMatchers(rules.open())
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }

    /// @param views        what the views' framework adds to the chain
    /// @param viewRequests the framework's own requests, which carry a check against forgery of their own
    @Bean
    @Order(100)
    SecurityFilterChain people(
            HttpSecurity http,
            RequestFilters filters,
            SignInFailure failure,
            RefusedAttempts refused,
            @Qualifier("views") Consumer<HttpSecurity> views,
            @Qualifier("viewRequests") RequestMatcher viewRequests) {
        // First, since it names the sign-in page that the others then know.
        views.accept(http);
        http.authorizeHttpRequests(requests ->
                        requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll())
                .csrf(csrf -> csrf.ignoringRequestMatchers(viewRequests))
                .exceptionHandling(refusals -> refusals.defaultAccessDeniedHandlerFor(
                        (request, response, denied) -> {
                            refused.add(RefusedAttempts.Kind.CSRF, request.getRemoteAddr());
                            response.sendRedirect(request.getContextPath() + "/login?error=" + OidcProviders.EXPIRED);
                        },
                        forms()))
                .formLogin(form -> form.failureHandler(failure))
                .oauth2Login(login -> login.loginPage("/login")
                        .failureHandler(failure)
                        .authorizedClientRepository(new NoAuthorizedClients())
                        .withObjectPostProcessor(whenAway(failure)))
                .headers(headers -> SecurityHeaders.forPeople(headers, FILES))
                .addFilterBefore(filters.sessionGuard(), AnonymousAuthenticationFilter.class)
                .addFilterAfter(filters.alreadySignedIn(), AnonymousAuthenticationFilter.class);
        return http.build();
    }

    /// The forms of the sign-in page. Their CSRF token may be as old as the page is.
    private static RequestMatcher forms() {
        PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
        return new OrRequestMatcher(
                paths.matcher(HttpMethod.POST, "/login"), paths.matcher(HttpMethod.POST, "/logout"));
    }

    private static ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> whenAway(SignInFailure failure) {
        return new ObjectPostProcessor<>() {
            @Override
            public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F filter) {
                filter.setAuthenticationFailureHandler(failure);
                return filter;
            }
        };
    }
}
