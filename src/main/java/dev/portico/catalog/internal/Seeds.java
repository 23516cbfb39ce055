package dev.portico.catalog.internal;

import dev.portico.audit.Audit;
import dev.portico.catalog.SourceDefinition;
import dev.portico.kernel.Reader;
import dev.portico.storage.PorticoSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// The sample company that a first start brings: one source, which can be removed like any other and does not come
/// back once it was.
@Component
final class Seeds {

    private static final Logger LOG = LoggerFactory.getLogger(Seeds.class);
    private static final String NAME = "northwind-rail";
    private static final String FOLDER = "catalog-seeds/";

    private final PorticoSettings portico;
    private final SeedSettings settings;
    private final SourceRegister register;
    private final Audit audit;
    private final DemoAccounts accounts;

    Seeds(PorticoSettings portico, SeedSettings settings, SourceRegister register, Audit audit, DemoAccounts accounts) {
        this.portico = portico;
        this.settings = settings;
        this.register = register;
        this.audit = audit;
        this.accounts = accounts;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(0)
    void load() throws IOException {
        if (!settings.load() || !audit.recent("catalog-source", NAME, 1).isEmpty()) {
            return;
        }
        Path entry = unpack().resolve("catalog-info.yaml");
        SourceDefinition definition =
                new SourceDefinition(NAME, "file", entry.toString(), null, null, null, Duration.ofMinutes(5));
        register.add(definition, Reader.system("seeds"));
        accounts.make();
        LOG.atInfo().log("Loading the sample company Northwind Rail; remove the source {} to be rid of it", NAME);
    }

    /// Lays the descriptors that the application carries into the data folder, where a person can read and change them.
    private Path unpack() throws IOException {
        Path folder = portico.home().resolve("catalog-seeds");
        for (Resource resource : new PathMatchingResourcePatternResolver().getResources("classpath:" + FOLDER + "**")) {
            String url = URLDecoder.decode(resource.getURL().toString(), StandardCharsets.UTF_8);
            String path = url.substring(url.lastIndexOf(FOLDER) + FOLDER.length());
            if (!path.isEmpty() && !path.endsWith("/") && resource.isReadable()) {
                Path file = folder.resolve(path);
                Files.createDirectories(file.getParent());
                try (InputStream content = resource.getInputStream()) {
                    Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        return folder;
    }
}
