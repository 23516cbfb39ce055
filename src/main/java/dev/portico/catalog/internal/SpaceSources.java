package dev.portico.catalog.internal;

import dev.portico.access.spaces.SpaceBelongings;
import dev.portico.catalog.CatalogPermissions;
import dev.portico.kernel.Reader;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The sources of a space. They go with it, and with them what they bring.
@Component
final class SpaceSources implements SpaceBelongings {

    private final JdbcClient database;
    private final SourceRights rights;
    private final SourceRegister register;

    SpaceSources(JdbcClient database, SourceRights rights, SourceRegister register) {
        this.database = database;
        this.rights = rights;
        this.register = register;
    }

    @Override
    public String kind() {
        return "sources";
    }

    @Override
    public long count(String space) {
        return names(space).size();
    }

    @Override
    public void remove(String space, Reader by) {
        for (String name : names(space)) {
            register.removeHere(rights.changed(name, CatalogPermissions.REMOVE_SOURCE, by), by);
        }
    }

    private List<String> names(String space) {
        return database.sql("select name from catalog_source where space = ? order by name")
                .param(space)
                .query((row, number) -> row.getString(1))
                .list();
    }
}
