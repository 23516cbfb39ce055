package dev.portico.catalog.internal.store;

import dev.portico.catalog.Sharing;
import dev.portico.kernel.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A way to list the catalog that an account keeps under a name.
@Entity
@Table(name = "catalog_saved_view")
public class CatalogSavedView {

    @Id
    private UUID id;

    private UUID account;
    private String owner;
    private String name;
    private String query;
    private boolean shared;
    private @Nullable String space;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    /// For JPA.
    @SuppressWarnings("NullAway.Init")
    protected CatalogSavedView() {}

    /// A new view of an account.
    ///
    /// @param owner the account's name, to show
    public CatalogSavedView(UUID account, String owner, String name, String query, Sharing sharing, Instant now) {
        this.id = Ids.next();
        this.account = account;
        this.owner = owner;
        this.name = name;
        this.query = query;
        this.shared = sharing.everyone();
        this.space = sharing.space();
        this.createdAt = now;
        this.changedAt = now;
    }

    /// Takes another name, question and audience.
    public void change(String newName, String newQuery, Sharing sharing, Instant now) {
        name = newName;
        query = newQuery;
        shared = sharing.everyone();
        space = sharing.space();
        changedAt = now;
    }

    public UUID id() {
        return id;
    }

    public UUID account() {
        return account;
    }

    public String owner() {
        return owner;
    }

    public String name() {
        return name;
    }

    public String query() {
        return query;
    }

    public Sharing sharing() {
        return new Sharing(shared, space);
    }
}
