package dev.portico;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A request written by hand, for what no client would send.
public final class RawRequest {

    private static final int MILLIS = 20_000;

    private final URI portal;
    private final String line;
    private final List<String> headers = new ArrayList<>();
    private String host;

    private RawRequest(URI portal, String line) {
        this.portal = portal;
        this.line = line;
        this.host = portal.getAuthority();
    }

    /// @param line method and target, as they are sent
    public static RawRequest to(TestPortal portal, String line) {
        return new RawRequest(URI.create(portal.address()), line);
    }

    public RawRequest host(String claimed) {
        host = claimed;
        return this;
    }

    public RawRequest header(String name, String value) {
        headers.add(name + ": " + value);
        return this;
    }

    /// Sends it, and reads until the other side ends; only the beginning, with the headers at least, where it says of
    /// the connection that it goes on.
    public Answer send() throws IOException {
        try (Socket socket = new Socket(portal.getHost(), portal.getPort())) {
            socket.setSoTimeout(MILLIS);
            StringBuilder request = new StringBuilder(line + " HTTP/1.1\r\nHost: " + host + "\r\n");
            headers.forEach(header -> request.append(header).append("\r\n"));
            boolean ends = headers.stream().noneMatch(header -> header.startsWith("Connection"));
            if (ends) {
                request.append("Connection: close\r\n");
            }
            socket.getOutputStream().write(request.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
            return new Answer(read(socket, ends));
        }
    }

    private static String read(Socket socket, boolean ends) throws IOException {
        StringBuilder answer = new StringBuilder();
        byte[] part = new byte[8192];
        try {
            for (int length = socket.getInputStream().read(part);
                    length >= 0;
                    length = socket.getInputStream().read(part)) {
                answer.append(new String(part, 0, length, StandardCharsets.UTF_8));
                if (!ends && answer.indexOf("\r\n\r\n") > 0) {
                    break;
                }
            }
        } catch (SocketTimeoutException quiet) {
            throw new IOException("No end of the answer so far: " + answer, quiet);
        }
        return answer.toString();
    }

    /// What came back.
    public record Answer(String text) {

        public int status() {
            return Integer.parseInt(text.substring("HTTP/1.1 ".length(), "HTTP/1.1 ".length() + 3));
        }

        public String body() {
            return text.substring(text.indexOf("\r\n\r\n") + 4);
        }

        /// The first value of a header; empty where there is none.
        public String header(String name) {
            return text.substring(0, text.indexOf("\r\n\r\n"))
                    .lines()
                    .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ": "))
                    .map(header -> header.substring(name.length() + 2))
                    .findFirst()
                    .orElse("");
        }
    }
}
