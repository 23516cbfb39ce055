package dev.portico;

import dev.portico.access.AccessCommand;
import dev.portico.audit.AuditCommand;
import dev.portico.bench.Benchmarks;
import dev.portico.catalog.ValidateCommand;
import dev.portico.shell.Rehearsal;
import dev.portico.storage.BackupCommand;
import dev.portico.storage.RestoreCommand;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/// Portico, an internal developer portal. The modules below this package are its rooms; see
/// docs/decisions/0001-modules.md.
@SpringBootApplication
@ConfigurationPropertiesScan
public class PorticoApplication {

    /// Starts the server, or carries out the command that the first argument names; see `./portico help`.
    public static void main(String[] arguments) {
        List<String> words = List.of(arguments);
        boolean named = !words.isEmpty() && !words.getFirst().startsWith("-");
        String command = named ? words.getFirst() : "serve";
        List<String> rest = named ? words.subList(1, words.size()) : words;
        if (command.equals("serve")) {
            serve(rest);
        } else {
            System.exit(carryOut(command, rest));
        }
    }

    /// Starts the server. `--demo` has a first start bring the sample company, unless `--empty` is there too.
    private static void serve(List<String> arguments) {
        String seeds =
                "--portico.catalog.seeds.load=" + (arguments.contains("--demo") && !arguments.contains("--empty"));
        String[] settings = Stream.concat(
                        Stream.of(seeds),
                        arguments.stream().filter(word -> !word.equals("--demo") && !word.equals("--empty")))
                .toArray(String[]::new);
        SpringApplication.run(PorticoApplication.class, settings);
    }

    /// Carries out a command that needs no server, in the JVM's first second: Spring stays asleep.
    private static int carryOut(String command, List<String> arguments) {
        try (PrintStream out = stream(FileDescriptor.out);
                PrintStream err = stream(FileDescriptor.err)) {
            return switch (command) {
                case "access" -> AccessCommand.run(arguments, out, err);
                case "bench" -> Benchmarks.run(PorticoApplication.class, arguments, out, err);
                case "rehearse" -> Rehearsal.run(PorticoApplication.class, arguments, err);
                case "validate" -> ValidateCommand.run(arguments, out, err);
                case "audit" -> AuditCommand.run(arguments, out, err);
                case "backup" -> BackupCommand.run(arguments, out, err);
                case "restore" -> RestoreCommand.run(arguments, out, err);
                default -> {
                    err.println("portico: there is no command \"" + command
                            + "\". Commands are serve, access, bench, validate, audit, backup, restore and rehearse.");
                    yield 2;
                }
            };
        }
    }

    /// Commands write UTF-8 whatever the terminal's locale, so that their output is the same everywhere.
    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(descriptor)), true, StandardCharsets.UTF_8);
    }
}
