package dev.portico.catalog.internal.store;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/// The saved views.
public interface CatalogSavedViews extends JpaRepository<CatalogSavedView, UUID> {

    /// What an account sees: its own views, then those that others share with it, each by name. In SQL, since one
    /// query in the language of JPA makes each start load and warm up its parser, half a second.
    /// @param spaces those whose views it sees; one at least
    @Query(nativeQuery = true, value = """
            select * from catalog_saved_view where account = cast(?1 as uuid) or shared or space in (?2)
            order by case when account = cast(?1 as uuid) then 0 else 1 end, lower(name), id""")
    List<CatalogSavedView> seenBy(@Nullable UUID account, Collection<String> spaces);

    long countByAccount(UUID account);
}
