package dev.portico.catalog;

import dev.portico.audit.Audit;
import dev.portico.catalog.internal.EntityReading;
import dev.portico.catalog.internal.find.EntityLists;
import dev.portico.catalog.internal.store.StarRows;
import dev.portico.changes.ChangeFeed;
import dev.portico.kernel.Change;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// The entities that accounts want at hand.
///
/// A star belongs to an account, so guests and service tokens have none. Only what the reader may read can be starred,
/// is listed, or tells how often it is starred. Each change is told on the feed under [CatalogEvents#STARS].
@Service
public final class Stars {

    /// The most entities that a list gives.
    public static final int MOST = 500;

    private final StarRows rows;
    private final EntityReading reading;
    private final EntityLists lists;
    private final Audit audit;
    private final ChangeFeed feed;
    private final TransactionTemplate transaction;

    Stars(
            StarRows rows,
            EntityReading reading,
            EntityLists lists,
            Audit audit,
            ChangeFeed feed,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.reading = reading;
        this.lists = lists;
        this.audit = audit;
        this.feed = feed;
        this.transaction = transaction;
    }

    /// Whether the reader can have stars at all.
    public boolean offered(Reader reader) {
        return reader.account() != null;
    }

    /// Stars an entity; does nothing where it is starred already.
    ///
    /// @throws Refusal.NotFound     where there is no such entity that the reader may read
    /// @throws Refusal.InvalidInput where the reader has no account
    public void star(EntityRef ref, Reader reader) {
        UUID account = account(reader);
        reading.requireReadable(ref, reader);
        transaction.executeWithoutResult(status -> told("catalog.star.add", ref, rows.add(account, ref), reader));
    }

    /// Takes the star away, also from an entity that is gone; does nothing where there is none.
    ///
    /// @throws Refusal.InvalidInput where the reader has no account
    public void unstar(EntityRef ref, Reader reader) {
        UUID account = account(reader);
        transaction.executeWithoutResult(status -> told("catalog.star.remove", ref, rows.remove(account, ref), reader));
    }

    /// The stars of one entity; none where the reader may not read it. Three queries.
    public Star of(EntityRef ref, Reader reader) {
        boolean readable = reading.readable(ref, reader);
        return readable ? rows.of(List.of(ref), reader.account()).getOrDefault(ref, Star.NONE) : Star.NONE;
    }

    /// The stars of entities that have any, by ref, as far as the reader may read them. One query, and one question to
    /// the index.
    ///
    /// @param refs at most some thousand
    public Map<EntityRef, Star> of(Collection<EntityRef> refs, Reader reader) {
        Map<EntityRef, Star> stars = rows.of(refs, reader.account());
        Map<EntityRef, Star> readable = new HashMap<>();
        lists.byRefs(stars.keySet(), reader).forEach((ref, entity) -> readable.put(ref, stars.get(ref)));
        return readable;
    }

    /// What the reader's account has starred, latest first, at most [#MOST]; without what is gone or may not be read.
    public List<EntitySummary> list(Reader reader) {
        UUID account = reader.account();
        if (account == null) {
            return List.of();
        }
        List<EntityRef> starred = rows.list(account, MOST);
        Map<EntityRef, EntitySummary> readable = new LinkedHashMap<>(lists.byRefs(starred, reader));
        return starred.stream().map(readable::get).filter(Objects::nonNull).toList();
    }

    /// The refs that the reader's account has starred, at most [#MOST], whether or not they are there and may be read.
    /// One query.
    public Set<EntityRef> refs(Reader reader) {
        UUID account = reader.account();
        return account == null ? Set.of() : Set.copyOf(rows.list(account, MOST));
    }

    /// Transactions that change nothing tell nothing.
    private void told(String action, EntityRef ref, boolean changed, Reader reader) {
        if (changed) {
            audit.record(Change.done(reader, action, "catalog-star", ref.toString(), null, null));
            feed.publish(CatalogEvents.STARS, List.of(ref.toString()));
        }
    }

    private static UUID account(Reader reader) {
        UUID account = reader.account();
        if (account == null) {
            throw new Refusal.InvalidInput("star-account", "Stars belong to accounts. Sign in with one to star this.");
        }
        return account;
    }
}
