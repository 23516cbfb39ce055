package dev.portico;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.router.Route;
import jakarta.servlet.ServletContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/// All ways into the running portal, for tests that walk them.
public final class Routes {

    /// What the filters of the security chains answer themselves.
    private static final Map<String, String> ANSWERED_BY_FILTERS = Map.of(
            UsernamePasswordAuthenticationFilter.class.getSimpleName(),
            "POST /login",
            LogoutFilter.class.getSimpleName(),
            "POST /logout",
            "OAuth2AuthorizationRequestRedirectFilter",
            "GET /oauth2/authorization/{registrationId}",
            "OAuth2LoginAuthenticationFilter",
            "GET /login/oauth2/code/*");

    /// The filters that pass each request on, or refuse it.
    private static final Set<String> PASSING = Set.of(
            "AlreadySignedIn",
            "AnonymousAuthenticationFilter",
            "AuthorizationFilter",
            "CsrfFilter",
            "DisableEncodeUrlFilter",
            "ExceptionTranslationFilter",
            "HeaderWriterFilter",
            "PollFilter",
            "RequestCacheAwareFilter",
            "SecurityContextHolderAwareRequestFilter",
            "SecurityContextHolderFilter",
            "SessionGuard",
            "SessionManagementFilter",
            "TokenFilter",
            "WebAsyncManagerIntegrationFilter");

    private Routes() {}

    /// What controllers and the actuator answer: `GET /path`, or `ANY /path` where no method is said.
    public static Set<String> handled(Collection<RequestMappingInfoHandlerMapping> mappings) {
        Set<String> routes = new TreeSet<>();
        for (RequestMappingInfoHandlerMapping mapping : mappings) {
            for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
                Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
                for (String path : info.getPatternValues()) {
                    methods.forEach(method -> routes.add(method + " " + path));
                    if (methods.isEmpty()) {
                        routes.add("ANY " + path);
                    }
                }
            }
        }
        return routes;
    }

    /// What filters answer before a controller is asked.
    ///
    /// @throws IllegalStateException where there is a filter of which nobody said what it does
    public static Set<String> filtered(FilterChainProxy chains) {
        Set<String> names = chains.getFilterChains().stream()
                .flatMap(chain -> chain.getFilters().stream())
                .map(filter -> filter.getClass().getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));
        names.removeAll(PASSING);
        if (!ANSWERED_BY_FILTERS.keySet().containsAll(names)) {
            throw new IllegalStateException("Say in Routes which routes these filters answer: " + names);
        }
        return names.stream().map(ANSWERED_BY_FILTERS::get).collect(Collectors.toCollection(TreeSet::new));
    }

    /// The patterns under which files are answered: `FILES /**`.
    public static Set<String> files(ApplicationContext context) {
        return context.getBeansOfType(AbstractUrlHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMap().keySet().stream())
                .map(pattern -> "FILES " + pattern)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// What servlets answer beside that which dispatches to all else: `SERVLET /path/*`.
    public static Set<String> served(ApplicationContext context) {
        ServletContext servlets = Objects.requireNonNull(((WebApplicationContext) context).getServletContext());
        return servlets.getServletRegistrations().values().stream()
                .flatMap(servlet -> servlet.getMappings().stream())
                .filter(mapping -> !mapping.equals("/"))
                .map(mapping -> "SERVLET " + mapping)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The views.
    public static List<Class<?>> views() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dev.portico").stream()
                        .filter(type -> type.isAnnotatedWith(Route.class))
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();
    }

    /// The path of a view, as its route says it.
    public static String path(Class<?> view) {
        return view.getAnnotation(Route.class).value();
    }

    /// A path with something in the place of each variable.
    public static String filled(String pattern) {
        StringBuilder filled = new StringBuilder();
        int depth = 0;
        for (char c : pattern.replace("/**", "/x").toCharArray()) {
            depth += c == '{' ? 1 : 0;
            if (depth == 0) {
                filled.append(c);
            } else if (c == '}') {
                filled.append('x');
                depth--;
            }
        }
        return filled.toString();
    }
}
