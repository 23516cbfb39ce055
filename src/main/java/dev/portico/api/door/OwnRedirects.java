package dev.portico.api.door;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/// Sends redirects within the portal as paths, since scheme and host would be those that the request claims. The
/// browser completes them with the address that it asked. Redirects to other places stay.
final class OwnRedirects implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(request, new Paths((HttpServletRequest) request, (HttpServletResponse) response));
    }

    /// The path of an address below the claimed one; the address itself where it is another's.
    static String path(String address, String claimed) {
        if (!address.regionMatches(true, 0, claimed, 0, claimed.length())) {
            return address;
        }
        String rest = address.substring(claimed.length());
        if (rest.isEmpty()) {
            return "/";
        }
        return switch (rest.charAt(0)) {
            // Two slashes would name a host.
            case '/' -> "/" + rest.substring(slashes(rest));
            case '?', '#' -> "/" + rest;
            default -> address;
        };
    }

    private static int slashes(String rest) {
        int end = 0;
        while (end < rest.length() && (rest.charAt(end) == '/' || rest.charAt(end) == '\\')) {
            end++;
        }
        return end;
    }

    private static final class Paths extends HttpServletResponseWrapper {

        private final HttpServletRequest request;

        Paths(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            this.request = request;
        }

        @Override
        public void sendRedirect(String location, int status, boolean clearBuffer) throws IOException {
            super.sendRedirect(within(location), status, clearBuffer);
        }

        @Override
        public void sendRedirect(String location) throws IOException {
            super.sendRedirect(within(location));
        }

        @Override
        public void sendRedirect(String location, int status) throws IOException {
            super.sendRedirect(within(location), status);
        }

        @Override
        public void sendRedirect(String location, boolean clearBuffer) throws IOException {
            super.sendRedirect(within(location), clearBuffer);
        }

        @Override
        public void setHeader(String name, @Nullable String value) {
            super.setHeader(name, within(name, value));
        }

        @Override
        public void addHeader(String name, @Nullable String value) {
            super.addHeader(name, within(name, value));
        }

        private @Nullable String within(String name, @Nullable String value) {
            return value != null && HttpHeaders.LOCATION.equalsIgnoreCase(name) ? within(value) : value;
        }

        private String within(String location) {
            String asked = request.getRequestURL().toString();
            return path(
                    location,
                    asked.substring(0, asked.length() - request.getRequestURI().length()));
        }
    }
}
