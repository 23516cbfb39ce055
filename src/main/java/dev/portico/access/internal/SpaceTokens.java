package dev.portico.access.internal;

import dev.portico.access.TokenSummary;
import dev.portico.access.spaces.SpaceBelongings;
import dev.portico.audit.Audit;
import dev.portico.changes.ChangeFeed;
import dev.portico.kernel.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The tokens that are limited to a space. Those of no other end with it, and the others lose it.
@Component
final class SpaceTokens implements SpaceBelongings {

    private final TokenRights rights;
    private final TokenRows rows;
    private final TokenReaders readers;
    private final Audit audit;
    private final ChangeFeed feed;
    private final JsonMapper json;

    SpaceTokens(
            TokenRights rights, TokenRows rows, TokenReaders readers, Audit audit, ChangeFeed feed, JsonMapper json) {
        this.rights = rights;
        this.rows = rows;
        this.readers = readers;
        this.audit = audit;
        this.feed = feed;
        this.json = json;
    }

    @Override
    public String kind() {
        return "tokens";
    }

    @Override
    public long count(String space) {
        return rows.ofSpace(space).size();
    }

    @Override
    public void remove(String space, Reader by) {
        List<UUID> changed = new ArrayList<>();
        for (TokenSummary token : rows.ofSpace(space)) {
            rights.require(by, Deed.REVOKE_TOKEN, token.id().toString(), Set.of(space));
            if (Set.of(space).equals(token.spaces())) {
                rows.revoke(token.id()).forEach(ended -> {
                    TokenSummary after = rows.known(ended);
                    record(by, Deed.REVOKE_TOKEN, after.living(), after);
                    changed.add(ended);
                });
            } else {
                rows.leave(token.id(), space);
                record(by, Deed.LEAVE_SPACE, token, rows.known(token.id()));
                changed.add(token.id());
            }
        }
        if (!changed.isEmpty()) {
            feed.publish(
                    TokenChanges.TOPIC, changed.stream().map(UUID::toString).toList());
            readers.forgetAll();
        }
    }

    private void record(Reader by, Deed deed, TokenSummary before, TokenSummary after) {
        audit.record(TokenRules.on(before, deed)
                .done(
                        by,
                        TokenRights.TYPE,
                        before.id().toString(),
                        json.writeValueAsString(before),
                        json.writeValueAsString(after)));
    }
}
