package dev.portico.catalog.internal;

import dev.portico.access.Access;
import dev.portico.access.ChangeGuard;
import dev.portico.access.Permission;
import dev.portico.audit.Audit;
import dev.portico.catalog.CatalogEvents;
import dev.portico.catalog.CatalogPermissions;
import dev.portico.catalog.SavedView;
import dev.portico.catalog.SavedViews;
import dev.portico.catalog.internal.store.CatalogSavedView;
import dev.portico.catalog.internal.store.CatalogSavedViews;
import dev.portico.changes.ChangeFeed;
import dev.portico.kernel.Change;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// The saved views, and who may see and change them.
@Component
public final class ViewRegister {

    private static final String THING = "catalog-view";
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_QUERY = 4_000;

    private final CatalogSavedViews views;
    private final Access access;
    private final ChangeGuard guard;
    private final Audit audit;
    private final ChangeFeed feed;
    private final TransactionTemplate transaction;

    ViewRegister(
            CatalogSavedViews views,
            Access access,
            ChangeGuard guard,
            Audit audit,
            ChangeFeed feed,
            TransactionTemplate transaction) {
        this.views = views;
        this.access = access;
        this.guard = guard;
        this.audit = audit;
        this.feed = feed;
        this.transaction = transaction;
    }

    /// What the reader sees, their own first.
    public List<SavedView> list(Reader reader) {
        if (!access.open(reader, CatalogPermissions.READ_ENTITY)) {
            return List.of();
        }
        boolean manages = may(reader, CatalogPermissions.MANAGE_VIEW);
        return views.seenBy(reader.account()).stream()
                .map(view -> value(view, reader, manages))
                .toList();
    }

    /// Keeps a new view.
    public SavedView create(String name, String query, boolean shared, Reader reader) {
        UUID account = reader.account();
        if (account == null) {
            throw new Refusal.Forbidden(
                    CatalogPermissions.READ_ENTITY.name(), "Only accounts keep views. Sign in with one to save this.");
        }
        if (shared) {
            guard.require(reader, CatalogPermissions.SHARE_VIEW, THING, name);
        }
        if (views.countByAccount(account) >= SavedViews.MOST) {
            throw new Refusal.Conflict(
                    "view-count", "An account keeps at most " + SavedViews.MOST + " views. Delete one first.");
        }
        CatalogSavedView view = new CatalogSavedView(
                account, reader.name(), checkedName(name), checkedQuery(query), shared, Instant.now());
        return write(view, "catalog.view.create", null, reader);
    }

    /// Changes a view.
    public SavedView change(UUID id, String name, String query, boolean shared, Reader reader) {
        CatalogSavedView view = editable(id, reader);
        if (shared && !view.shared()) {
            guard.require(reader, CatalogPermissions.SHARE_VIEW, THING, id.toString());
        }
        String before = json(view);
        view.change(checkedName(name), checkedQuery(query), shared, Instant.now());
        return write(view, "catalog.view.change", before, reader);
    }

    /// Deletes a view.
    public void delete(UUID id, Reader reader) {
        CatalogSavedView view = editable(id, reader);
        transaction.executeWithoutResult(status -> {
            views.deleteById(id);
            audit.record(Change.done(reader, "catalog.view.delete", THING, id.toString(), json(view), null));
            feed.publish(CatalogEvents.VIEWS, List.of(id.toString()));
        });
    }

    private SavedView write(CatalogSavedView view, String action, @Nullable String before, Reader reader) {
        String id = view.id().toString();
        try {
            transaction.executeWithoutResult(status -> {
                views.saveAndFlush(view);
                audit.record(Change.done(reader, action, THING, id, before, json(view)));
                feed.publish(CatalogEvents.VIEWS, List.of(id));
            });
        } catch (DataIntegrityViolationException duplicate) {
            throw new Refusal.Conflict(
                    "view-exists", "There is a view named " + view.name() + " already. Choose another name.");
        }
        return value(view, reader, may(reader, CatalogPermissions.MANAGE_VIEW));
    }

    private CatalogSavedView editable(UUID id, Reader reader) {
        CatalogSavedView view = views.findById(id)
                .filter(found -> found.shared() || found.account().equals(reader.account()))
                .orElseThrow(() -> new Refusal.NotFound(
                        "view-unknown", "There is no such view any more. Whoever kept it may have deleted it."));
        if (!view.account().equals(reader.account())) {
            guard.require(reader, CatalogPermissions.MANAGE_VIEW, THING, id.toString());
        }
        return view;
    }

    private boolean may(Reader reader, Permission permission) {
        return access.decide(reader, permission).allowed();
    }

    private static SavedView value(CatalogSavedView view, Reader reader, boolean manages) {
        boolean mine = view.account().equals(reader.account());
        return new SavedView(view.id(), view.name(), view.query(), view.shared(), view.owner(), mine, mine || manages);
    }

    private static String checkedName(String name) {
        String stripped = name.strip();
        if (stripped.isEmpty()
                || stripped.length() > LONGEST_NAME
                || stripped.chars().anyMatch(Character::isISOControl)) {
            throw new Refusal.InvalidInput(
                    "view-name", "A view needs a name of 1 to " + LONGEST_NAME + " characters in one line.");
        }
        return stripped;
    }

    private static String checkedQuery(String query) {
        if (query.length() > LONGEST_QUERY) {
            throw new Refusal.InvalidInput(
                    "view-query",
                    "This view asks for too much at once: its address is longer than " + LONGEST_QUERY
                            + " characters. Choose fewer values.");
        }
        return query;
    }

    private static String json(CatalogSavedView view) {
        return JsonMapper.shared()
                .writeValueAsString(Map.of("name", view.name(), "query", view.query(), "shared", view.shared()));
    }
}
