package dev.portico.outbound.internal;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Sockets that remember where they were sent, and that go no further than this machine, even where the guard is
/// broken.
final class WatchedSockets implements PinnedTransport.Sockets {

    private final List<InetSocketAddress> attempts = new CopyOnWriteArrayList<>();

    List<InetSocketAddress> attempts() {
        return attempts;
    }

    @Override
    public Socket create(Proxy proxy) {
        return new Socket(Proxy.NO_PROXY) {
            @Override
            public void connect(SocketAddress target, int timeout) throws IOException {
                InetSocketAddress inet = (InetSocketAddress) target;
                attempts.add(inet);
                InetAddress address = inet.getAddress();
                if (!address.isLoopbackAddress() && !address.isAnyLocalAddress()) {
                    throw new ConnectException("A test does not leave this machine");
                }
                super.connect(target, timeout);
            }
        };
    }
}
