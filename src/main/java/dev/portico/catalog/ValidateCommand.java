package dev.portico.catalog;

import java.io.PrintStream;
import java.util.List;

/// `portico validate [--json] PATH…`: judges descriptors without a server.
public final class ValidateCommand {

    private ValidateCommand() {}

    /// Runs the command.
    ///
    /// @return the exit code: 0 when every entity is valid, 1 when one is not, 2 when the arguments make no sense
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        err.println("portico validate: " + arguments);
        out.flush();
        return 2;
    }
}
