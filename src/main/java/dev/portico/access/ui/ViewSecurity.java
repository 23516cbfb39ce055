package dev.portico.access.ui;

import com.vaadin.flow.server.HandlerHelper.RequestType;
import com.vaadin.flow.shared.ApplicationConstants;
import com.vaadin.flow.spring.security.NavigationAccessControlConfigurer;
import com.vaadin.flow.spring.security.RequestUtil;
import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer.AuthorizedUrl;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.util.matcher.RequestMatcher;

/// What the security chains know of Vaadin.
@Configuration(proxyBeanMethods = false)
class ViewSecurity {

    /// Everything that no rule names takes a sign-in, and leads there afterwards without a mark on its address. The
    /// sign-in form keeps its CSRF check.
    @Bean("views")
    Consumer<HttpSecurity> views(VaadinDefaultRequestCache asked) {
        asked.setDelegateRequestCache(new AskedPages());
        return http -> http.addFilterBefore(new PollFilter(), AnonymousAuthenticationFilter.class)
                .with(VaadinSecurityConfigurer.vaadin(), vaadin -> vaadin.loginView("/login", "/login")
                        .enableCsrfConfiguration(false)
                        .anyRequest(AuthorizedUrl::authenticated));
    }

    @Bean("viewRequests")
    RequestMatcher viewRequests(RequestUtil requests) {
        return requests::isFrameworkInternalRequest;
    }

    /// Heartbeats, polls, and the connection by which the server pushes: a forgotten page makes them for ever.
    @Bean("automaticViewRequests")
    RequestMatcher automaticViewRequests() {
        String parameter = ApplicationConstants.REQUEST_TYPE_PARAMETER + "=";
        String heartbeat = parameter + RequestType.HEARTBEAT.getIdentifier();
        String push = parameter + RequestType.PUSH.getIdentifier();
        return request -> {
            String query = request.getQueryString();
            return query != null && (query.contains(heartbeat) || query.contains(push) || PollFilter.isPoll(request));
        };
    }

    /// [ViewChecker] decides alone.
    @Bean
    NavigationAccessControlConfigurer navigation(ViewChecker checker) {
        return new NavigationAccessControlConfigurer().withNavigationAccessChecker(checker);
    }
}
