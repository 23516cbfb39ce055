package dev.portico.catalog;

import dev.portico.access.Access;
import dev.portico.catalog.internal.EntityOrigins;
import dev.portico.catalog.internal.SourceRegister;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.util.List;
import org.springframework.stereotype.Service;

/// Sources the way Backstage sees them: as locations that were registered, and as what an entity is read again from.
@Service
public final class Locations {

    private final Access access;
    private final SourceRegister register;
    private final EntityOrigins origins;

    Locations(Access access, SourceRegister register, EntityOrigins origins) {
        this.access = access;
        this.register = register;
        this.origins = origins;
    }

    /// The sources that Portico reads by itself, by name; none where the reader may not read sources.
    public List<SourceLocation> all(Reader reader) {
        if (!access.decide(reader, CatalogPermissions.READ_SOURCE).allowed()) {
            return List.of();
        }
        return register.all().stream()
                .filter(source -> !source.target().isEmpty())
                .map(source -> new SourceLocation(source.name(), source.type(), source.target()))
                .toList();
    }

    /// Has the source of an entity run now, in the background. Where its descriptors are sent, there is nothing to read
    /// and nothing happens.
    ///
    /// @throws Refusal.NotFound  when there is no such entity that the reader may read
    /// @throws Refusal.Forbidden when the reader may not refresh it
    public void refresh(EntityRef entity, Reader reader) {
        String name = origins.source(entity, CatalogPermissions.REFRESH_ENTITY, reader);
        if (!register.named(name).definition().target().isEmpty()) {
            register.runNow(name, "refresh", reader);
        }
    }
}
