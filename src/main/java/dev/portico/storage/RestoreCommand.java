package dev.portico.storage;

import dev.portico.storage.internal.backup.BackupRefused;
import dev.portico.storage.internal.backup.Portal;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.springframework.boot.logging.LoggingSystem;

/// `restore [--replace] FILE`: brings a backup back into an empty portal that does not run, and verifies every row and
/// object of it. Until all is verified, the portal stays as it was.
public final class RestoreCommand {

    private RestoreCommand() {}

    /// Carries the command out in a JVM of its own, whose log it silences.
    ///
    /// @return 0 when the backup is restored and verified, 1 when nothing was changed, 2 when the command is not
    ///     understood
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        boolean replace = arguments.contains("--replace");
        List<String> files = arguments.stream()
                .filter(argument -> !argument.equals("--replace"))
                .toList();
        if (files.size() != 1 || files.getFirst().startsWith("-")) {
            err.println("usage: ./portico restore [--replace] FILE");
            return 2;
        }
        LoggingSystem.get(RestoreCommand.class.getClassLoader()).beforeInitialize();
        Path file = Path.of(files.getFirst()).toAbsolutePath();
        try {
            out.println("Restored and verified " + file + ": "
                    + Portal.ofEnvironment().restore(file, replace));
            return 0;
        } catch (BackupRefused | IllegalStateException e) {
            err.println("portico: " + e.getMessage());
        } catch (SQLException e) {
            err.println("portico: the database cannot be written: " + e.getMessage());
        } catch (IOException e) {
            err.println("portico: the backup cannot be read: " + e);
        }
        return 1;
    }
}
