package dev.portico.catalog;

import dev.portico.catalog.internal.EntityOrigins;
import dev.portico.catalog.internal.SourceRegister;
import dev.portico.catalog.internal.SourceRights;
import dev.portico.catalog.internal.store.CatalogSource;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.util.List;
import org.springframework.stereotype.Service;

/// Sources the way Backstage sees them: as locations that were registered, and as what an entity is read again from.
@Service
public final class Locations {

    private final SourceRights rights;
    private final SourceRegister register;
    private final EntityOrigins origins;

    Locations(SourceRights rights, SourceRegister register, EntityOrigins origins) {
        this.rights = rights;
        this.register = register;
        this.origins = origins;
    }

    /// The sources that Portico reads by itself and the reader may see, by name.
    public List<SourceLocation> all(Reader reader) {
        return register.all().stream()
                .filter(source -> !source.target().isEmpty())
                .filter(source -> rights.may(reader, CatalogPermissions.READ_SOURCE, source))
                .map(source -> new SourceLocation(source.name(), source.type(), source.target()))
                .toList();
    }

    /// Has the source of an entity run now, in the background. Where its descriptors are sent, there is nothing to read
    /// and nothing happens.
    ///
    /// @throws Refusal.NotFound  when there is no such entity that the reader may read
    /// @throws Refusal.Forbidden when the reader may not refresh it
    public void refresh(EntityRef entity, Reader reader) {
        CatalogSource source = register.named(origins.source(entity, CatalogPermissions.REFRESH_ENTITY, reader));
        if (!source.definition().target().isEmpty()) {
            register.runNow(source, "refresh", reader);
        }
    }
}
