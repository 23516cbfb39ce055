package dev.portico.catalog.internal;

import dev.portico.catalog.DescriptorUpload;
import dev.portico.catalog.SourceRun;
import dev.portico.catalog.internal.ingest.SourceRunner;
import dev.portico.catalog.internal.store.CatalogSource;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/// Takes in what is sent, and registers its source with the first of it: both, or nothing, is kept.
@Component
public final class SentDescriptors {

    private final SourceRegister register;
    private final SourceRunner runner;

    SentDescriptors(SourceRegister register, SourceRunner runner) {
        this.register = register;
        this.runner = runner;
    }

    /// Replaces what the source of that name holds.
    ///
    /// @param type `upload` or `push`
    /// @throws Refusal.Conflict when a source of another type has the name
    public SourceRun take(String name, String type, List<DescriptorUpload> files, Reader actor) {
        CatalogSource source = register.sent(name, type);
        try {
            return runner.take(source, files, actor, () -> register.insert(source, Instant.now(), actor));
        } catch (Refusal.Conflict anotherWasFaster) {
            return runner.take(register.sent(name, type), files, actor, null);
        }
    }
}
