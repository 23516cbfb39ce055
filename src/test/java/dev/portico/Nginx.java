package dev.portico;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// The nginx of this machine with the project's own configuration, in front of two portals, with a certificate made for
/// the occasion. Only addresses, ports and files are put in place of those that the containers have.
final class Nginx implements AutoCloseable {

    private static final String PASSWORD = "for-this-test-only";

    private final Path folder;
    private final int port;
    private final Process process;
    private int read;

    private Nginx(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /// Where nginx is on this machine.
    static Optional<Path> program() {
        return List.of("/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/bin/nginx", "/opt/homebrew/bin/nginx").stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// @param port     the port of its TLS server
    /// @param plain    the port of the server that sends people to TLS
    static Nginx start(Path program, Path folder, int port, int plain, int first, int second) throws Exception {
        Files.createDirectories(folder);
        makeCertificate(folder);
        String project = Files.readString(Path.of("deploy/nginx/portico.conf"))
                .replace("portal:8080", "127.0.0.1:" + first)
                .replace("portal-2:8080", "127.0.0.1:" + second)
                .replace("listen 8443", "listen 127.0.0.1:" + port)
                .replace("listen 8080", "listen 127.0.0.1:" + plain)
                .replace(":8443", ":" + port)
                .replace("/etc/nginx/tls", folder.toString());
        Files.writeString(folder.resolve("portico.conf"), project);
        Files.writeString(folder.resolve("nginx.conf"), """
                daemon off;
                worker_processes 1;
                pid nginx.pid;
                error_log error.log warn;
                %s
                events { worker_connections 256; }
                http {
                    log_format node '$upstream_addr $status $request_method $uri';
                    access_log access.log node;
                    client_body_temp_path body;
                    proxy_temp_path proxy;
                    fastcgi_temp_path fastcgi;
                    uwsgi_temp_path uwsgi;
                    scgi_temp_path scgi;
                    include portico.conf;
                }
                """.formatted(
                        System.getProperty("user.name").equals("root") ? "user root;" : ""));
        Process process = new ProcessBuilder(
                        program.toString(), "-p", folder.toString(), "-c", "nginx.conf", "-e", "error.log")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.out").toFile())
                .start();
        return new Nginx(folder, port, process);
    }

    String address() {
        return "https://localhost:" + port;
    }

    /// The ports of the portals that answered pages since the last call, as nginx logged them.
    Set<String> nodes() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("access.log"));
        List<String> since = lines.subList(read, lines.size());
        read = lines.size();
        return since.stream()
                .filter(line -> line.startsWith("127.0.0.1:"))
                .map(line -> line.split(" ", 2)[0])
                .map(nodes -> nodes.substring(nodes.lastIndexOf(':') + 1))
                .collect(Collectors.toSet());
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private static void makeCertificate(Path folder) throws Exception {
        Path store = folder.resolve("store.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        store.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-alias",
                        "portico",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost,ip:127.0.0.1",
                        "-validity",
                        "2")
                .inheritIO()
                .start();
        if (keytool.waitFor() != 0) {
            throw new AssertionError("keytool made no certificate");
        }
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        Certificate certificate = keys.getCertificate("portico");
        pem(folder.resolve("fullchain.pem"), "CERTIFICATE", certificate.getEncoded());
        pem(
                folder.resolve("privkey.pem"),
                "PRIVATE KEY",
                keys.getKey("portico", PASSWORD.toCharArray()).getEncoded());
    }

    private static void pem(Path file, String what, byte[] content) throws IOException {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(content);
        Files.writeString(file, "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n");
    }
}
