package dev.portico.catalog.internal.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/// The registered sources.
public interface CatalogSources extends JpaRepository<CatalogSource, UUID> {

    Optional<CatalogSource> findByName(String name);

    List<CatalogSource> findAllByOrderByName();
}
