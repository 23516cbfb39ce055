package dev.portico;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/// Gives the tests' portal an empty home under `target`. What an earlier run left there is ended and deleted first.
final class TestHome implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /// Each of the processes that share the tests has its own.
    static final Path FOLDER = Path.of("target", "test-home", System.getProperty("portico.test-process", "1"))
            .toAbsolutePath();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            endLeftBehind();
            FileSystemUtils.deleteRecursively(FOLDER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        TestPropertyValues.of("portico.home=" + FOLDER).applyTo(context);
    }

    private static void endLeftBehind() throws IOException {
        Path pid = FOLDER.resolve("postgres/data/postmaster.pid");
        if (Files.exists(pid)) {
            List<String> lines = Files.readAllLines(pid);
            ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                    .filter(process -> process.info().command().orElse("").endsWith("/postgres"))
                    .ifPresent(process -> {
                        process.destroyForcibly();
                        process.onExit().join();
                    });
        }
    }
}
