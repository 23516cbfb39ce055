package dev.portico.api.door;

import dev.portico.storage.PorticoSettings;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/// Puts the door's filters before all others, and the portal's answers in place of the web server's.
@Configuration(proxyBeanMethods = false)
class DoorConfiguration {

    @Bean
    FilterRegistrationBean<PushOrigins> pushOrigins(PorticoSettings settings) {
        FilterRegistrationBean<PushOrigins> filter = new FilterRegistrationBean<>(new PushOrigins(settings.baseUrl()));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    FilterRegistrationBean<OwnRedirects> ownRedirects() {
        FilterRegistrationBean<OwnRedirects> filter = new FilterRegistrationBean<>(new OwnRedirects());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> serverRefusals() {
        // The one that is nearest to the application answers, and that is the one which is added last.
        return server -> server.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ServerRefusals()));
    }
}
