package dev.portico.access;

import dev.portico.access.internal.BreakGlass;
import dev.portico.kernel.Refusal;
import dev.portico.storage.CommandDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.TransactionException;

/// `access break-glass NAME`: lets whoever runs the portal in, where nobody else can. The portal may run meanwhile.
public final class AccessCommand {

    private AccessCommand() {}

    /// Carries the command out in a JVM of its own, whose log it silences.
    ///
    /// @return 0 when it is done, 1 when nothing was changed, 2 when the command is not understood
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.size() != 2
                || !arguments.getFirst().equals("break-glass")
                || arguments.getLast().startsWith("-")) {
            err.println("usage: ./portico access break-glass NAME");
            return 2;
        }
        LoggingSystem.get(AccessCommand.class.getClassLoader()).beforeInitialize();
        try (CommandDatabase database = CommandDatabase.open("break-glass")) {
            DataSource source = new SingleConnectionDataSource(database.connection(), true);
            out.println(BreakGlass.on(source).letIn(arguments.getLast()));
            return 0;
        } catch (Refusal refused) {
            err.println("portico: " + refused.reason());
        } catch (IllegalStateException e) {
            err.println("portico: " + e.getMessage());
        } catch (DataAccessException | TransactionException | SQLException | IOException e) {
            err.println("portico: the database cannot be written: " + e.getMessage());
        }
        return 1;
    }
}
