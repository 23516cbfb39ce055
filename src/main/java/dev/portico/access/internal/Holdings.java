package dev.portico.access.internal;

import dev.portico.access.Condition;
import dev.portico.kernel.Reader;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Compares what readers hold with what they are about to give away. Nobody gives what they do not hold.
@Component
final class Holdings {

    private final Roles roles;

    Holdings(Roles roles) {
        this.roles = roles;
    }

    /// Whether the reader holds all that the role allows, under the same conditions and within the token's scopes.
    boolean cover(Reader reader, String role) {
        List<Grant> held = reader.roles().stream()
                .flatMap(name -> roles.grants(name).stream())
                .toList();
        return roles.grants(role).stream().filter(Grant::allows).allMatch(grant -> covered(reader, held, grant));
    }

    /// Whether the reader may use all that the scope, a permission or a pattern, spans.
    boolean coverScope(Reader reader, String scope) {
        Set<String> scopes = reader.scopes();
        return scopes == null || scopes.stream().anyMatch(held -> covers(held, scope));
    }

    private boolean covered(Reader reader, List<Grant> held, Grant grant) {
        boolean allowed = held.stream().anyMatch(own -> own.allows() && covers(own, grant));
        boolean denied = held.stream()
                .anyMatch(own -> !own.allows()
                        && (covers(own.pattern(), grant.pattern()) || covers(grant.pattern(), own.pattern())));
        return allowed && !denied && coverScope(reader, grant.pattern());
    }

    private static boolean covers(Grant own, Grant other) {
        Condition condition = own.condition();
        return covers(own.pattern(), other.pattern()) && (own.unconditional() || condition.equals(other.condition()));
    }

    private static boolean covers(String wide, String narrow) {
        return wide.equals("*") || (!narrow.equals("*") && Grant.matches(wide, narrow));
    }
}
