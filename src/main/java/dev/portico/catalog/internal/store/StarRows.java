package dev.portico.catalog.internal.store;

import dev.portico.catalog.Star;
import dev.portico.kernel.EntityRef;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The stars as rows, whoever may read what they are on.
@Component
public final class StarRows {

    private final JdbcClient database;

    StarRows(JdbcClient database) {
        this.database = database;
    }

    /// @return whether there was none before
    public boolean add(UUID account, EntityRef ref) {
        return database.sql("insert into catalog_star (account, ref) values (?, ?) on conflict do nothing")
                        .param(account)
                        .param(ref.toString())
                        .update()
                == 1;
    }

    /// @return whether there was one
    public boolean remove(UUID account, EntityRef ref) {
        return database.sql("delete from catalog_star where account = ? and ref = ?")
                        .param(account)
                        .param(ref.toString())
                        .update()
                == 1;
    }

    /// The stars of those entities that have any.
    ///
    /// @param account whose own star is told apart, or null
    public Map<EntityRef, Star> of(Collection<EntityRef> refs, @Nullable UUID account) {
        Map<EntityRef, Star> stars = new HashMap<>();
        if (!refs.isEmpty()) {
            database.sql("""
                            select ref, count(*), coalesce(bool_or(account = cast(? as uuid)), false)
                            from catalog_star where ref = any(?) group by ref""")
                    .param(account)
                    .param(refs.stream().map(EntityRef::toString).distinct().toArray(String[]::new))
                    .query(row -> {
                        stars.put(EntityRef.parse(row.getString(1)), new Star(row.getBoolean(3), row.getLong(2)));
                    });
        }
        return stars;
    }

    /// What an account has starred, latest first.
    public List<EntityRef> list(UUID account, int most) {
        return database.sql("select ref from catalog_star where account = ? order by starred_at desc, ref limit ?")
                .param(account)
                .param(most)
                .query((row, number) -> EntityRef.parse(row.getString(1)))
                .list();
    }
}
