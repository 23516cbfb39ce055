package dev.portico.catalog;

import dev.portico.access.Access;
import dev.portico.catalog.internal.EntityValidation;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.util.List;
import org.springframework.stereotype.Service;

/// Judges descriptors without taking them in. Fetches nothing: placeholders are answered with stubs.
@Service
public final class Descriptors {

    private final Access access;
    private final EntityValidation validation;

    Descriptors(Access access, EntityValidation validation) {
        this.access = access;
        this.validation = validation;
    }

    /// What is wrong with a descriptor and what is remarkable about it; no error means that it is valid.
    ///
    /// @param descriptor one entity as YAML or JSON
    /// @param location   where it would stand, as `type:target`
    /// @throws Refusal.InvalidInput when there is no entity, or more than one
    public List<Problem> judge(String descriptor, String location, Reader reader) {
        access.require(reader, CatalogPermissions.VALIDATE_ENTITY);
        return validation.judge(descriptor, location);
    }
}
