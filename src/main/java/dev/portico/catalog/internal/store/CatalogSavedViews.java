package dev.portico.catalog.internal.store;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/// The saved views.
public interface CatalogSavedViews extends JpaRepository<CatalogSavedView, UUID> {

    /// What an account sees: its own views, then those that others share, each by name.
    @Query("""
            select v from CatalogSavedView v where v.account = ?1 or v.shared
            order by case when v.account = ?1 then 0 else 1 end, lower(v.name), v.id""")
    List<CatalogSavedView> seenBy(@Nullable UUID account);

    long countByAccount(UUID account);
}
