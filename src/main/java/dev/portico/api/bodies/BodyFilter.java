package dev.portico.api.bodies;

import dev.portico.api.backstage.FaceErrors;
import dev.portico.api.door.EarlyAnswer;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/// Bounds the body of each request for REST.
final class BodyFilter implements Filter {

    static final long MOST_BYTES = 5 << 20;

    private static final int CONTENT_TOO_LARGE = 413;

    private final long mostOfPush;

    BodyFilter(long mostOfPush) {
        this.mostOfPush = mostOfPush;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        long most = isPush(FaceErrors.path(http)) ? mostOfPush : MOST_BYTES;
        if (http.getContentLengthLong() > most) {
            refuse(http, (HttpServletResponse) response, most);
        } else if (http.getContentLengthLong() < 0) {
            chain.doFilter(new BoundRequest(http, most), response);
        } else {
            chain.doFilter(http, response);
        }
    }

    /// Whether descriptors are sent there, `/api/portico/sources/{name}/descriptors`.
    private static boolean isPush(String path) {
        return path.startsWith("/api/portico/sources/") && path.endsWith("/descriptors");
    }

    /// What is thrown to whoever reads beyond the bound.
    static ErrorResponseException tooLarge(long most) {
        return new ErrorResponseException(
                HttpStatus.CONTENT_TOO_LARGE,
                ProblemDetail.forStatusAndDetail(HttpStatus.CONTENT_TOO_LARGE, detail(most)),
                null);
    }

    private static String detail(long most) {
        return "The request sends more than " + (most >> 20)
                + " MiB, which is the most that it may; send less at a time";
    }

    private static void refuse(HttpServletRequest http, HttpServletResponse response, long most) throws IOException {
        new EarlyAnswer(CONTENT_TOO_LARGE, "Content too large", "content-too-large", detail(most) + '.')
                .send(http, response);
    }
}
