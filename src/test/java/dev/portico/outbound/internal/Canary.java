package dev.portico.outbound.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// A server that nobody may reach: it listens on every address of this machine that loops back and counts who comes.
final class Canary implements AutoCloseable {

    private final List<ServerSocket> servers = new ArrayList<>();
    private final AtomicInteger arrivals = new AtomicInteger();

    Canary() {
        try {
            ServerSocket four = listen(InetAddress.ofLiteral("127.0.0.1"), 0);
            listen(InetAddress.ofLiteral("::1"), four.getLocalPort());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    int port() {
        return servers.getFirst().getLocalPort();
    }

    int arrivals() {
        return arrivals.get();
    }

    @Override
    public void close() throws IOException {
        for (ServerSocket server : servers) {
            server.close();
        }
    }

    private ServerSocket listen(InetAddress address, int port) throws IOException {
        ServerSocket server = new ServerSocket();
        servers.add(server);
        server.bind(new InetSocketAddress(address, port));
        Thread.ofVirtual().start(() -> count(server));
        return server;
    }

    private void count(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket visitor = server.accept()) {
                arrivals.incrementAndGet();
                visitor.getOutputStream()
                        .write("HTTP/1.1 204 No Content\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            } catch (IOException closed) {
                return;
            }
        }
    }
}
