package dev.portico.catalog.internal;

import dev.portico.catalog.DescriptorUpload;
import dev.portico.catalog.SourceRun;
import dev.portico.catalog.internal.ingest.SourceRunner;
import dev.portico.catalog.internal.store.CatalogSource;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
    /// @param type  `upload` or `push`
    /// @param space the space of a source that is not registered yet; null for none
    /// @throws Refusal.Conflict when a source of another type has the name
    public SourceRun take(
            String name, String type, @Nullable String space, List<DescriptorUpload> files, Reader actor) {
        CatalogSource source = register.sent(name, type, space);
        if (!Objects.equals(source.definition().space(), space)) {
            throw new Refusal.Conflict(
                    "source-space", "Another source took the name " + name + " at this moment; try again");
        }
        try {
            return runner.take(source, files, actor, () -> register.insert(source, Instant.now(), actor));
        } catch (Refusal.Conflict anotherWasFaster) {
            CatalogSource other = register.sent(name, type, space);
            if (!Objects.equals(other.definition().space(), source.definition().space())) {
                throw anotherWasFaster;
            }
            return runner.take(other, files, actor, null);
        }
    }
}
