package dev.portico.kill;

import dev.portico.PorticoApplication;
import dev.portico.storage.BulkDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;

/// The portal with a bug planted: it commits in the middle of a run, and takes its time before it goes on. All is
/// well as long as nobody kills it.
public final class HastyPortal {

    private HastyPortal() {}

    /// Starts it.
    public static void main(String[] arguments) {
        new SpringApplication(PorticoApplication.class, Haste.class).run(arguments);
    }

    static final class Haste implements BeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof BulkDatabase honest ? new HastyDatabase(honest) : bean;
        }
    }

    private record HastyDatabase(BulkDatabase honest) implements BulkDatabase {

        @Override
        public <T extends @Nullable Object> T transaction(BulkWork<T> work) {
            return honest.transaction(connection -> work.run(hasty(connection)));
        }

        /// A connection that commits before its second COPY.
        private static Connection hasty(Connection connection) {
            AtomicInteger copies = new AtomicInteger();
            return (Connection) Proxy.newProxyInstance(
                    HastyPortal.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("unwrap") && copies.incrementAndGet() == 2) {
                            commit(connection);
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }

        private static void commit(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("commit");
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }
}
