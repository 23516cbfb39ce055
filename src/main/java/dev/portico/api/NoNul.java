package dev.portico.api;

import dev.portico.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.module.SimpleModule;

/// Refuses the character NUL in addresses, and in the values of the JSON that requests bring: the database keeps no
/// text that holds it, so nothing has such a name. Names of JSON fields are only compared with those that a request may
/// have and are never kept. Descriptors are files and not texts; their reader deals with it.
@Configuration(proxyBeanMethods = false)
class NoNul implements WebMvcConfigurer, HandlerInterceptor {

    private static final String ENCODED = "%00";

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this).addPathPatterns("/api/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        @Nullable String query = request.getQueryString();
        if (request.getRequestURI().contains(ENCODED) || (query != null && query.contains(ENCODED))) {
            throw new Refusal.InvalidInput(
                    "nul-character", "The address holds the character NUL (%00), which no name and no text has");
        }
        return true;
    }

    @Bean
    JsonMapperBuilderCustomizer textsWithoutNul() {
        SimpleModule texts = new SimpleModule("texts-without-nul").addDeserializer(String.class, new Text());
        return builder -> builder.addModule(texts);
    }

    private static final class Text extends StringDeserializer {

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            String text = super.deserialize(parser, context);
            return text != null && text.indexOf('\0') >= 0
                    ? (String) context.handleWeirdStringValue(String.class, text, "holds the character NUL")
                    : text;
        }
    }
}
