package dev.portico.catalog.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Leaves bodies as they were sent where they are said to be forms and are to be read byte by byte: descriptors, which
/// curl sends as a form unless told otherwise, and signed messages, whose signature is over the bytes of the form.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
final class PlainBodies extends OncePerRequestFilter {

    private static final String SOURCES = "/api/portico/sources/";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null
                || !type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
                || !isPlain(request.getRequestURI());
    }

    private static boolean isPlain(String path) {
        return path.startsWith(SOURCES) && (path.endsWith("/descriptors") || path.endsWith("/webhook"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Plain(request), response);
    }

    /// A request whose body is no form, so that nobody parses it. The parameters of a POST are those of its body, too,
    /// and so it has none.
    private static final class Plain extends HttpServletRequestWrapper {

        Plain(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getContentType() {
            return MediaType.APPLICATION_OCTET_STREAM_VALUE;
        }

        @Override
        public @Nullable String getHeader(String name) {
            return isType(name) ? getContentType() : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return isType(name)
                    ? Collections.enumeration(Collections.singleton(getContentType()))
                    : super.getHeaders(name);
        }

        @Override
        public @Nullable String getParameter(String name) {
            return isPost() ? null : super.getParameter(name);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return isPost() ? Map.of() : super.getParameterMap();
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return isPost() ? Collections.emptyEnumeration() : super.getParameterNames();
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return isPost() ? null : super.getParameterValues(name);
        }

        private boolean isPost() {
            return getMethod().equals("POST");
        }

        private static boolean isType(String header) {
            return header.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE);
        }
    }
}
