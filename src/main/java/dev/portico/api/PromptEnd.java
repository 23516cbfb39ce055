package dev.portico.api;

import org.apache.catalina.core.StandardContext;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/// Has the web server end as soon as its time for running requests is over. By itself it would wait two seconds more
/// for those that are still running then, such as a long push, which end with the database all the same.
@Component
final class PromptEnd implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final long MILLIS = 100;

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addContextCustomizers(context -> {
            if (context instanceof StandardContext standard) {
                standard.setUnloadDelay(MILLIS);
            }
        });
    }
}
