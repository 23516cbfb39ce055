package dev.portico.storage;

import dev.portico.storage.internal.backup.BackupRefused;
import dev.portico.storage.internal.backup.Portal;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.springframework.boot.logging.LoggingSystem;

/// `backup FILE`: writes database, objects and a check of the key into one file. The portal may run meanwhile.
public final class BackupCommand {

    private BackupCommand() {}

    /// Carries the command out in a JVM of its own, whose log it silences.
    ///
    /// @return 0 when the backup is complete, 1 when there is none, 2 when the command is not understood
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.size() != 1 || arguments.getFirst().startsWith("-")) {
            err.println("usage: ./portico backup FILE");
            return 2;
        }
        LoggingSystem.get(BackupCommand.class.getClassLoader()).beforeInitialize();
        Path file = Path.of(arguments.getFirst()).toAbsolutePath();
        try {
            out.println("Backed up into " + file + ": " + Portal.ofEnvironment().backUp(file));
            return 0;
        } catch (BackupRefused | IllegalStateException e) {
            err.println("portico: " + e.getMessage());
        } catch (SQLException e) {
            err.println("portico: the database cannot be read: " + e.getMessage());
        } catch (IOException e) {
            err.println("portico: the backup cannot be written: " + e);
        }
        return 1;
    }
}
