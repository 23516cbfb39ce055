package dev.portico.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.RecordComponent;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Refuses parameters in the address that a call of Portico's own does not know: a filter that is misspelled would
/// otherwise narrow nothing, and nobody would notice. Backstage's faces say so themselves.
@Configuration(proxyBeanMethods = false)
class KnownParameters implements WebMvcConfigurer, HandlerInterceptor {

    private static final String OWN = "dev.portico.";

    private final Map<HandlerMethod, Set<String>> known = new ConcurrentHashMap<>();

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this).addPathPatterns("/api/portico/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        @Nullable String query = request.getQueryString();
        if (query == null
                || query.isEmpty()
                || !(handler instanceof HandlerMethod method)
                || !method.getBeanType().getName().startsWith(OWN)) {
            return true;
        }
        Set<String> names = known.computeIfAbsent(method, KnownParameters::names);
        for (String pair : query.split("&", -1)) {
            String name = name(pair);
            if (!name.isEmpty() && !names.contains(name)) {
                throw new UnknownParameter(name, names);
            }
        }
        return true;
    }

    /// The name of a parameter; empty for what the server takes for none.
    private static String name(String pair) {
        int equals = pair.indexOf('=');
        try {
            return URLDecoder.decode(equals < 0 ? pair : pair.substring(0, equals), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }

    private static Set<String> names(HandlerMethod method) {
        Set<String> names = new TreeSet<>();
        @Nullable
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class);
        if (mapping != null) {
            Arrays.stream(mapping.params()).map(KnownParameters::ofCondition).forEach(names::add);
        }
        for (MethodParameter parameter : method.getMethodParameters()) {
            @Nullable RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
            Class<?> type = parameter.getParameterType();
            if (asked != null) {
                names.add(asked.name().isEmpty() ? nameOf(parameter) : asked.name());
            } else if (parameter.hasParameterAnnotation(ParameterObject.class)) {
                Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .forEach(names::add);
            }
        }
        return Set.copyOf(names);
    }

    /// The name in a condition such as `format=csv` or `!format`.
    private static String ofCondition(String condition) {
        String plain = condition.startsWith("!") ? condition.substring(1) : condition;
        int end = plain.indexOf('=');
        return end < 0 ? plain : plain.substring(0, plain.charAt(end - 1) == '!' ? end - 1 : end);
    }

    private static String nameOf(MethodParameter parameter) {
        @Nullable String name = parameter.getParameter().getName();
        return name == null ? "" : name;
    }
}
