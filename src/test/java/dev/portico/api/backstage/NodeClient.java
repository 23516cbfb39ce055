package dev.portico.api.backstage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Backstage's published client under Node, installed below `target` on first use.
final class NodeClient {

    private static final Path FOLDER = Path.of("target", "backstage-client").toAbsolutePath();
    private static final long PATIENCE_SECONDS = 180;

    private final String address;
    private final String token;

    NodeClient(String address, String token) {
        this.address = address;
        this.token = token;
    }

    /// Why the client cannot be had here; empty where it is installed.
    static Optional<String> missing() throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        copy("client.json", "package.json");
        copy("calls.mjs", "calls.mjs");
        if (Files.exists(FOLDER.resolve("node_modules/@backstage/catalog-client/package.json"))) {
            return Optional.empty();
        }
        try {
            Ended install = run(List.of("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts"), "");
            return install.code == 0 ? Optional.empty() : Optional.of("npm install failed: " + install.err.strip());
        } catch (IOException noNpm) {
            return Optional.of("there is no npm: " + noNpm.getMessage());
        }
    }

    /// What became of each call: `value`, or `missing`, or `error` with name, message, status and cause.
    List<JsonNode> outcomes(List<Map<String, Object>> calls) throws IOException, InterruptedException {
        Ended ended = run(
                List.of("node", "calls.mjs", address, token),
                JsonMapper.shared().writeValueAsString(calls));
        if (ended.code != 0) {
            throw new AssertionError("node ended with " + ended.code + ": " + ended.err);
        }
        List<JsonNode> outcomes = new ArrayList<>();
        JsonMapper.shared().readTree(ended.out).forEach(outcomes::add);
        return outcomes;
    }

    private static void copy(String resource, String file) throws IOException {
        try (InputStream in = NodeClient.class.getResourceAsStream("/backstage-client/" + resource)) {
            Files.copy(in, FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Ended run(List<String> command, String in) throws IOException, InterruptedException {
        Path out = Files.createTempFile(FOLDER, "out", ".txt");
        Path err = Files.createTempFile(FOLDER, "err", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try (OutputStream input = process.getOutputStream()) {
            input.write(in.getBytes(StandardCharsets.UTF_8));
        }
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return new Ended(-1, "", command + " took more than " + PATIENCE_SECONDS + " s");
        }
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private record Ended(int code, String out, String err) {}
}
