package dev.portico.catalog.internal.source;

import com.sun.net.httpserver.HttpExchange;
import dev.portico.outbound.internal.LoopbackServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.RefAdvertiser.PacketLineOutRefAdvertiser;
import org.eclipse.jgit.transport.UploadPack;

/// Serves a repository by Git's smart HTTP on this machine.
final class GitServer {

    private final Repository repository;

    private GitServer(Repository repository) {
        this.repository = repository;
    }

    /// Serves the repository below a path such as `/shop.git`.
    static void serve(LoopbackServer server, String path, Repository repository) {
        GitServer git = new GitServer(repository);
        server.on(path + "/info/refs", git::refs);
        server.on(path + "/git-upload-pack", git::pack);
    }

    private void refs(HttpExchange exchange) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        PacketLineOut out = new PacketLineOut(body);
        out.writeString("# service=git-upload-pack\n");
        out.end();
        try (UploadPack upload = new UploadPack(repository)) {
            upload.setBiDirectionalPipe(false);
            upload.sendAdvertisedRefs(new PacketLineOutRefAdvertiser(out));
        }
        exchange.getResponseHeaders().set("Content-Type", "application/x-git-upload-pack-advertisement");
        LoopbackServer.answer(exchange, 200, body.toByteArray());
    }

    private void pack(HttpExchange exchange) throws IOException {
        boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        InputStream in = zipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody();
        exchange.getResponseHeaders().set("Content-Type", "application/x-git-upload-pack-result");
        exchange.sendResponseHeaders(200, 0);
        try (UploadPack upload = new UploadPack(repository)) {
            upload.setBiDirectionalPipe(false);
            upload.upload(in, exchange.getResponseBody(), null);
        }
    }
}
