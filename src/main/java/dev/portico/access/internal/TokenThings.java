package dev.portico.access.internal;

import dev.portico.access.Permission;
import dev.portico.access.things.ThingSource;
import dev.portico.kernel.Ids;
import dev.portico.kernel.Thing;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// The tokens that spaces limit, for what was recorded about them. About others it is decided as about nothing in
/// particular.
@Component
final class TokenThings implements ThingSource {

    private final TokenRows rows;

    TokenThings(TokenRows rows) {
        this.rows = rows;
    }

    @Override
    public String type() {
        return AccessPermissions.TOKEN;
    }

    @Override
    public Permission permission() {
        return AccessPermissions.MANAGE_TOKENS;
    }

    @Override
    public boolean named() {
        return false;
    }

    @Override
    public Optional<Thing> thing(String id) {
        return Ids.parse(id)
                .flatMap(rows::find)
                .filter(token -> token.spaces() != null)
                .map(token -> new TokenThing(id, Objects.requireNonNullElse(token.spaces(), Set.of())));
    }
}
