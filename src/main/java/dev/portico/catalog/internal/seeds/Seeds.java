package dev.portico.catalog.internal.seeds;

import dev.portico.audit.Audit;
import dev.portico.catalog.SourceDefinition;
import dev.portico.catalog.internal.SourceRegister;
import dev.portico.catalog.internal.ingest.SourceRunner;
import dev.portico.catalog.internal.source.SourceReaders;
import dev.portico.catalog.internal.source.SourceTarget;
import dev.portico.catalog.internal.store.CatalogSource;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import dev.portico.storage.PorticoSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
///
/// What its descriptors said in the months before is taken in as if the portal had been there, from the earliest moment
/// on. A start that is ended meanwhile leaves an earlier company, which its source's next run brings up to date.
@Component
public final class Seeds {

    private static final Logger LOG = LoggerFactory.getLogger(Seeds.class);
    private static final String NAME = "northwind-rail";
    private static final String FOLDER = "catalog-seeds/";
    private static final Duration EVERY = Duration.ofMinutes(5);
    private static final Reader ACTOR = Reader.system("seeds");

    private final PorticoSettings portico;
    private final SeedSettings settings;
    private final SourceRegister register;
    private final SourceRunner runner;
    private final SourceReaders readers;
    private final Audit audit;
    private final DemoAccounts accounts;
    private final DemoSpaces spaces;
    private final DemoPolicy policy;
    private final DemoRequests requests;
    private final DemoTokens tokens;
    private final DemoReviews reviews;

    Seeds(
            PorticoSettings portico,
            SeedSettings settings,
            SourceRegister register,
            SourceRunner runner,
            SourceReaders readers,
            Audit audit,
            DemoAccounts accounts,
            DemoSpaces spaces,
            DemoPolicy policy,
            DemoRequests requests,
            DemoTokens tokens,
            DemoReviews reviews) {
        this.portico = portico;
        this.settings = settings;
        this.register = register;
        this.runner = runner;
        this.readers = readers;
        this.audit = audit;
        this.accounts = accounts;
        this.spaces = spaces;
        this.policy = policy;
        this.requests = requests;
        this.tokens = tokens;
        this.reviews = reviews;
    }

    /// Whether a source is the sample company.
    public static boolean isSample(String source) {
        return source.equals(NAME);
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(0)
    void load() throws IOException {
        if (!settings.load() || !audit.recent("catalog-source", NAME, 1).isEmpty()) {
            return;
        }
        Path folder = unpack();
        SourceDefinition definition = new SourceDefinition(
                NAME, "file", folder.resolve("catalog-info.yaml").toString(), null, null, null, EVERY);
        Instant now = Instant.now();
        CatalogSource source = new CatalogSource(SourceRegister.checked(definition), now);
        SeedHistory history = SeedHistory.read(Files.readString(folder.resolve("history.yaml")));
        List<Duration> moments = history.moments();
        try {
            take(source, history, now, moments.getFirst(), () -> register.insert(source, now.plus(EVERY), ACTOR));
        } catch (Refusal.Conflict another) {
            LOG.atInfo().log("Another node loads the sample company");
            return;
        }
        accounts.make();
        spaces.make();
        policy.make();
        requests.make(accounts.present());
        tokens.make(accounts.present());
        reviews.make(accounts.present());
        LOG.atInfo().log("Loading the sample company Northwind Rail; remove the source {} to be rid of it", NAME);
        Thread.ofVirtual().name("seeds").start(() -> {
            moments.stream().skip(1).forEach(ago -> take(source, history, now, ago, null));
            register.runNow(source, "schedule", ACTOR);
        });
    }

    private void take(
            CatalogSource source, SeedHistory history, Instant now, Duration ago, @Nullable Runnable registration) {
        SourceTarget target =
                new SourceTarget(source.type(), source.definition().target(), null, null, null);
        runner.recall(
                source,
                now.minus(ago),
                known -> new PastReading(readers.open(target, known), known, text -> history.at(ago, text)),
                ACTOR,
                registration);
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
