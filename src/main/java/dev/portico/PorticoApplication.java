package dev.portico;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/// Portico, an internal developer portal. The modules below this package are its rooms; see docs/modules.md.
@SpringBootApplication
@ConfigurationPropertiesScan
public class PorticoApplication {

    /// Starts the server. The first argument names the command; see `./portico help`.
    public static void main(String[] arguments) {
        SpringApplication.run(PorticoApplication.class, arguments);
    }
}
