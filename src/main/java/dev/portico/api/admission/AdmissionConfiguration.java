package dev.portico.api.admission;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/// Puts the gate before everything under `/api/`.
@Configuration(proxyBeanMethods = false)
class AdmissionConfiguration {

    @Bean
    Gate gate(AdmissionSettings settings, MeterRegistry meters) {
        Gate gate = new Gate(settings.places(), settings.waiting(), settings.patience());
        Gauge.builder("portico.api.running", gate, Gate::running)
                .description("Requests for REST that run")
                .register(meters);
        Gauge.builder("portico.api.waiting", gate, Gate::waiting)
                .description("Requests for REST that wait for a place")
                .register(meters);
        return gate;
    }

    @Bean
    FilterRegistrationBean<AdmissionFilter> admission(Gate gate, AdmissionSettings settings, MeterRegistry meters) {
        FilterRegistrationBean<AdmissionFilter> filter = new FilterRegistrationBean<>(new AdmissionFilter(
                gate,
                new Rates(settings.rate(), settings.burst()),
                new Delay(settings.delayed(), settings.patience()),
                new Tally(meters)));
        filter.addUrlPatterns("/api/*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }
}
