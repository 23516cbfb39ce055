package dev.portico;

import java.io.IOException;
import java.net.ServerSocket;

/// Ports of this machine on which nothing listens.
public final class FreePort {

    private FreePort() {}

    /// A port that is free now, for a process that is started at once.
    public static int find() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
