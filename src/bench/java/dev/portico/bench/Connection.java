package dev.portico.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// One connection of a client that asks, reads the answer and asks again.
///
/// It does no more than HTTP/1.1 takes, so that on a machine with two cores the portal is measured and not the client.
final class Connection implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final String headers;
    private byte[] body = new byte[BUFFER];
    private int length;
    private boolean mayRetry;
    private boolean over;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;

    /// @param token empty for none
    Connection(int port, String token) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        this.socket.setTcpNoDelay(true);
        this.socket.setSoTimeout(60_000);
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
        this.headers = " HTTP/1.1\r\nHost: localhost:" + port
                + (token.isEmpty() ? "" : "\r\nAuthorization: Bearer " + token) + "\r\n\r\n";
    }

    /// Asks for a path and reads the answer.
    ///
    /// @return its status
    int get(String path) throws IOException {
        out.write(("GET " + path + headers).getBytes(StandardCharsets.ISO_8859_1));
        String status = line();
        int announced = -1;
        boolean chunked = false;
        mayRetry = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                announced = Integer.parseInt(header.substring(15).strip());
            } else if (header.regionMatches(true, 0, "Transfer-Encoding:", 0, 18)) {
                chunked = true;
            } else if (header.regionMatches(true, 0, "Retry-After:", 0, 12)) {
                mayRetry = true;
            } else if (header.regionMatches(true, 0, "Connection: close", 0, 17)) {
                over = true;
            }
        }
        length = 0;
        if (chunked) {
            readChunks();
        } else {
            read(Math.max(0, announced));
        }
        return Integer.parseInt(status.substring(9, 12));
    }

    /// Whether the last answer said when to ask again.
    boolean mayRetry() {
        return mayRetry;
    }

    /// Whether the last answer was the last one of this connection.
    boolean over() {
        return over;
    }

    /// How many bytes the last answer had.
    int length() {
        return length;
    }

    /// The last answer as text.
    String text() {
        return new String(body, 0, length, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void readChunks() throws IOException {
        for (int size = chunk(); size > 0; size = chunk()) {
            read(size);
            line();
        }
        line();
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line().strip(), 16);
    }

    private void read(int bytes) throws IOException {
        if (length + bytes > body.length) {
            body = Arrays.copyOf(body, Math.max(body.length * 2, length + bytes));
        }
        int missing = bytes;
        while (missing > 0) {
            if (at == end) {
                fill();
            }
            int some = Math.min(missing, end - at);
            System.arraycopy(buffer, at, body, length, some);
            at += some;
            length += some;
            missing -= some;
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        while (true) {
            if (at == end) {
                fill();
            }
            byte next = buffer[at++];
            if (next == '\n') {
                return line.toString();
            }
            if (next != '\r') {
                line.append((char) (next & 0xFF));
            }
        }
    }

    private void fill() throws IOException {
        end = in.read(buffer);
        at = 0;
        if (end <= 0) {
            end = 0;
            throw new EOFException("The portal closed the connection");
        }
    }
}
