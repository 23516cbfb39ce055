package dev.portico.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.portico.PorticoTest;
import dev.portico.Routes;
import dev.portico.TestPortal;
import dev.portico.access.Permissions;
import dev.portico.access.PublicRoute;
import dev.portico.access.RequiresPermission;
import dev.portico.access.RequiresSignIn;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/// Every way into the portal, and who may take it unsigned. A new public route or view fails here until it is listed,
/// with its reason.
@PorticoTest
final class RoutesTest {

    /// What answers without a sign-in: the state of the portal for load balancers, and the page for errors.
    private static final Set<String> PUBLIC =
            Set.of("GET /actuator/health", "GET /actuator/health/**", "ANY /error", "GET /error");

    /// The [PublicRoute]s: routes whose callers prove themselves in another way.
    private static final Set<String> PROVEN_OTHERWISE = Set.of(
            "POST /api/portico/sources/{name}/webhook",
            "POST /api/portico/password-reset",
            "POST /api/portico/tokens/leaked",
            "POST /api/portico/oidc/{provider}/back-channel-logout",
            "POST /api/auth/guest/refresh",
            "GET /api/auth/.well-known/jwks.json");

    /// The views that open to nobody in particular.
    private static final Set<String> PUBLIC_VIEWS = Set.of("login", "reset-password");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private List<RequestMappingInfoHandlerMapping> mappings;

    @Autowired
    private ObjectProvider<PublicRoute> publicRoutes;

    @Autowired
    private Permissions permissions;

    @Test
    void anonymous_people_are_turned_away_from_every_route_that_is_not_listed() throws Exception {
        TestPortal portal = TestPortal.of(context);
        List<String> open = new ArrayList<>();
        Set<String> routes = Routes.handled(mappings);
        assertThat(routes).hasSizeGreaterThan(15);
        for (String route : routes) {
            String method = route.substring(0, route.indexOf(' ')).replace("ANY", "GET");
            String path = route.substring(route.indexOf(' ') + 1)
                    .replace("{id}", UUID.randomUUID().toString())
                    .replace("/**", "/x");
            HttpResponse<String> answer = portal.send(method, Routes.filled(path), "", Map.of());
            boolean turnedAway = answer.statusCode() == 401
                    || answer.headers().firstValue("Location").orElse("").endsWith("/login");
            if (!turnedAway) {
                open.add(route);
            }
        }

        assertThat(open).isSubsetOf(union(PUBLIC, PROVEN_OTHERWISE));
    }

    @Test
    void whoever_changes_something_and_is_nobody_is_asked_to_sign_in() throws Exception {
        TestPortal visitor = TestPortal.of(context);
        visitor.csrfToken();
        List<String> unsafe = Routes.handled(mappings).stream()
                .filter(route -> route.contains(" /api/") && !route.startsWith("GET ") && !route.startsWith("HEAD "))
                .filter(route -> !PROVEN_OTHERWISE.contains(route))
                .toList();
        assertThat(unsafe).hasSizeGreaterThan(15);
        for (String route : unsafe) {
            String method = route.substring(0, route.indexOf(' ')).replace("ANY", "POST");
            String path = Routes.filled(route.substring(route.indexOf(' ') + 1).replace("/**", "/x"));
            for (TestPortal portal : List.of(visitor, TestPortal.of(context))) {
                HttpResponse<String> answer = portal.send(method, path, "", Map.of());

                assertThat(answer.statusCode()).as(route).isEqualTo(401);
                assertThat(answer.headers().firstValue("WWW-Authenticate"))
                        .as(route)
                        .contains("Bearer realm=\"Portico\"");
                if (path.startsWith("/api/portico/")) {
                    assertThat(answer.headers().firstValue("Content-Type"))
                            .as(route)
                            .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
                    assertThat(answer.body()).as(route).contains("\"sign-in-required\"");
                }
            }
        }
    }

    @Test
    void routes_whose_callers_prove_themselves_otherwise_are_listed() {
        assertThat(publicRoutes.stream().map(route -> route.method() + " " + route.path()))
                .isSubsetOf(PROVEN_OTHERWISE);
    }

    @Test
    void every_view_says_who_may_open_it_and_names_a_permission_that_exists() {
        for (Class<?> type : Routes.views()) {
            RequiresPermission required = type.getAnnotation(RequiresPermission.class);
            if (required != null) {
                assertThat(permissions.named(required.value()))
                        .as(type + " " + required.value())
                        .isPresent();
            } else if (type.isAnnotationPresent(AnonymousAllowed.class)) {
                assertThat(PUBLIC_VIEWS).as(type.getName()).contains(Routes.path(type));
            } else {
                assertThat(type.isAnnotationPresent(RequiresSignIn.class))
                        .as(type.getName())
                        .isTrue();
            }
        }
    }

    @Test
    void files_for_the_sign_in_page_are_public_and_metrics_are_not() throws Exception {
        TestPortal portal = TestPortal.of(context);

        for (String path : new String[] {"/styles.css", "/assets/x.svg", "/themes/x.css", "/favicon.ico", "/login"}) {
            assertThat(portal.get(path).statusCode()).as(path).isNotEqualTo(302).isNotEqualTo(401);
        }
        assertThat(portal.get("/actuator/health").body()).doesNotContain("components");
        assertThat(portal.get("/actuator/prometheus").statusCode()).isEqualTo(401);
        assertThat(portal.call(TestPortal.ADMIN_TOKEN, "GET", "/actuator/prometheus", "")
                        .statusCode())
                .isEqualTo(200);
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> both = new TreeSet<>(one);
        both.addAll(other);
        return both;
    }
}
