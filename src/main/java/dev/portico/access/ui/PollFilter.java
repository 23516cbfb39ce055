package dev.portico.access.ui;

import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.server.HandlerHelper.RequestType;
import com.vaadin.flow.shared.ApplicationConstants;
import com.vaadin.flow.shared.JsonConstants;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Marks the requests by which a page only asks whether there is news. Their address is that of everything else that a
/// page sends, so their content tells: events of polling and nothing else. It is read and put back.
final class PollFilter extends OncePerRequestFilter {

    private static final String POLL = PollFilter.class.getName();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CONTENT =
            ApplicationConstants.REQUEST_TYPE_PARAMETER + "=" + RequestType.UIDL.getIdentifier();
    private static final int LARGEST = 2_000;

    /// Whether the request was found to be a poll.
    static boolean isPoll(HttpServletRequest request) {
        return request.getAttribute(POLL) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String query = request.getQueryString();
        int length = request.getContentLength();
        if (!request.getMethod().equals("POST")
                || query == null
                || !query.contains(CONTENT)
                || length < 1
                || length > LARGEST) {
            chain.doFilter(request, response);
            return;
        }
        byte[] content = request.getInputStream().readNBytes(length);
        if (pollsOnly(content)) {
            request.setAttribute(POLL, true);
        }
        chain.doFilter(new Again(request, content), response);
    }

    private static boolean pollsOnly(byte[] content) {
        try {
            JsonNode events = JSON.readTree(content).path(ApplicationConstants.RPC_INVOCATIONS);
            for (JsonNode event : events) {
                if (!event.path(JsonConstants.RPC_EVENT_TYPE).asString("").equals(PollEvent.DOM_EVENT_NAME)) {
                    return false;
                }
            }
            return !events.isEmpty();
        } catch (JacksonException broken) {
            return false;
        }
    }

    /// The request with the content that was read.
    private static final class Again extends HttpServletRequestWrapper {

        private final byte[] content;

        Again(HttpServletRequest request, byte[] content) {
            super(request);
            this.content = content;
        }

        @Override
        public ServletInputStream getInputStream() {
            return new Bytes(new ByteArrayInputStream(content));
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class Bytes extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Bytes(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return bytes.read(target, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("What is read here is there at once");
        }
    }
}
