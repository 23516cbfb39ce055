package dev.portico.catalog.internal;

import dev.portico.access.Space;
import dev.portico.audit.Audit;
import dev.portico.catalog.CatalogEvents;
import dev.portico.catalog.CatalogPermissions;
import dev.portico.catalog.SavedView;
import dev.portico.catalog.SavedViews;
import dev.portico.catalog.Sharing;
import dev.portico.catalog.internal.store.CatalogSavedView;
import dev.portico.catalog.internal.store.CatalogSavedViews;
import dev.portico.changes.ChangeFeed;
import dev.portico.kernel.Change;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// The saved views, and who may see and change them.
@Component
public final class ViewRegister {

    private static final Set<String> NO_SPACE = Set.of("");
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_QUERY = 4_000;

    private final CatalogSavedViews views;
    private final ViewRights rights;
    private final Audit audit;
    private final ChangeFeed feed;
    private final TransactionTemplate transaction;

    ViewRegister(
            CatalogSavedViews views, ViewRights rights, Audit audit, ChangeFeed feed, TransactionTemplate transaction) {
        this.views = views;
        this.rights = rights;
        this.audit = audit;
        this.feed = feed;
        this.transaction = transaction;
    }

    /// What the reader sees, their own first.
    public List<SavedView> list(Reader reader) {
        if (!rights.any(reader)) {
            return List.of();
        }
        Set<String> spaces = rights.names(reader);
        return views.seenBy(reader.account(), spaces.isEmpty() ? NO_SPACE : spaces).stream()
                .map(view -> value(view, reader))
                .toList();
    }

    /// The spaces that the reader may share views into.
    public List<Space> spaces(Reader reader) {
        return rights.shareable(reader);
    }

    /// Keeps a new view.
    public SavedView create(String name, String query, Sharing sharing, Reader reader) {
        UUID account = reader.account();
        if (account == null) {
            throw new Refusal.Forbidden(
                    CatalogPermissions.READ_ENTITY.name(), "Only accounts keep views. Sign in with one to save this.");
        }
        rights.requireSharing(reader, sharing, name);
        if (views.countByAccount(account) >= SavedViews.MOST) {
            throw new Refusal.Conflict(
                    "view-count", "An account keeps at most " + SavedViews.MOST + " views. Delete one first.");
        }
        CatalogSavedView view = new CatalogSavedView(
                account, reader.name(), checkedName(name), checkedQuery(query), sharing, Instant.now());
        return write(view, "catalog.view.create", null, reader);
    }

    /// Changes a view. To go on sharing one's own takes what sharing it took: who lost that may make it private.
    public SavedView change(UUID id, String name, String query, Sharing sharing, Reader reader) {
        CatalogSavedView view = editable(id, reader);
        if (view.account().equals(reader.account()) || !sharing.equals(view.sharing())) {
            rights.requireSharing(reader, sharing, id.toString());
        }
        String before = json(view);
        view.change(checkedName(name), checkedQuery(query), sharing, Instant.now());
        return write(view, "catalog.view.change", before, reader);
    }

    /// Deletes a view.
    public void delete(UUID id, Reader reader) {
        CatalogSavedView view = editable(id, reader);
        transaction.executeWithoutResult(status -> {
            views.deleteById(id);
            audit.record(Change.done(
                    reader, "catalog.view.delete", CatalogPermissions.VIEW, id.toString(), json(view), null));
            feed.publish(CatalogEvents.VIEWS, List.of(id.toString()));
        });
    }

    private SavedView write(CatalogSavedView view, String action, @Nullable String before, Reader reader) {
        String id = view.id().toString();
        try {
            transaction.executeWithoutResult(status -> {
                views.saveAndFlush(view);
                audit.record(Change.done(reader, action, CatalogPermissions.VIEW, id, before, json(view)));
                feed.publish(CatalogEvents.VIEWS, List.of(id));
            });
        } catch (DataIntegrityViolationException duplicate) {
            throw new Refusal.Conflict(
                    "view-exists", "There is a view named " + view.name() + " already. Choose another name.");
        }
        return value(view, reader);
    }

    private CatalogSavedView editable(UUID id, Reader reader) {
        CatalogSavedView view = views.findById(id)
                .filter(found -> found.account().equals(reader.account()) || isSharedWith(reader, found.sharing()))
                .orElseThrow(() -> new Refusal.NotFound(
                        "view-unknown", "There is no such view any more. Whoever kept it may have deleted it."));
        if (!view.account().equals(reader.account())) {
            rights.require(reader, CatalogPermissions.MANAGE_VIEW, view.sharing(), id.toString());
        }
        return view;
    }

    private boolean isSharedWith(Reader reader, Sharing sharing) {
        return sharing.everyone()
                || (sharing.space() != null && rights.names(reader).contains(sharing.space()));
    }

    private SavedView value(CatalogSavedView view, Reader reader) {
        boolean mine = view.account().equals(reader.account());
        boolean editable = mine || rights.may(reader, CatalogPermissions.MANAGE_VIEW, view.sharing());
        return new SavedView(view.id(), view.name(), view.query(), view.sharing(), view.owner(), mine, editable);
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
        Sharing sharing = view.sharing();
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "name",
                        view.name(),
                        "query",
                        view.query(),
                        "shared",
                        sharing.everyone(),
                        "space",
                        Objects.requireNonNullElse(sharing.space(), "")));
    }
}
