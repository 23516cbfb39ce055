package dev.portico.catalog.internal.store;

import dev.portico.catalog.SourceDefinition;
import dev.portico.kernel.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A registered source. What its runs leave behind stands in the same row and is written by [RunLog] alone.
@Entity
@Table(name = "catalog_source")
public class CatalogSource {

    @Id
    private UUID id;

    private String name;
    private String type;
    private String target;
    private @Nullable String branch;
    private @Nullable String pattern;
    private @Nullable String secret;

    @Column(updatable = false)
    private @Nullable String space;

    @Column(name = "every_seconds")
    private long everySeconds;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(updatable = false)
    private long generation;

    @Column(updatable = false)
    private int failures;

    /// For JPA.
    @SuppressWarnings("NullAway.Init")
    protected CatalogSource() {}

    /// A source that has not run yet.
    public CatalogSource(SourceDefinition definition, Instant now) {
        this.id = Ids.next();
        this.name = definition.name();
        this.type = definition.type();
        this.target = definition.target();
        this.branch = definition.branch();
        this.pattern = definition.pattern();
        this.secret = definition.secret();
        this.space = definition.space();
        this.everySeconds = definition.every().toSeconds();
        this.createdAt = now;
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String type() {
        return type;
    }

    /// What was registered, as the value.
    public SourceDefinition definition() {
        return new SourceDefinition(
                name, type, target, branch, pattern, secret, Duration.ofSeconds(everySeconds), space);
    }

    /// When it was registered.
    public Instant createdAt() {
        return createdAt;
    }
}
