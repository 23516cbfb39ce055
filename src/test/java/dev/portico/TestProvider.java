package dev.portico;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// Chooses the ports on which tests of sign-in start OIDC providers, an honest and a lying one. None runs while the
/// portal starts.
final class TestProvider implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try (ServerSocket provider = new ServerSocket(0);
                ServerSocket liar = new ServerSocket(0)) {
            TestPropertyValues.of(
                            "test.provider.port=" + provider.getLocalPort(), "test.liar.port=" + liar.getLocalPort())
                    .applyTo(context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
