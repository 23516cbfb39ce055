package dev.portico.access.internal;

import dev.portico.access.Access;
import dev.portico.access.AccessRequest;
import dev.portico.access.Role;
import dev.portico.access.Space;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import dev.portico.kernel.Thing;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who sees and answers which requests. One that is about a space belongs to the space, as a role of it does.
@Component
final class RequestSight {

    private final Access access;
    private final RequestRows rows;
    private final SpaceRows spaces;
    private final Guard guard;

    RequestSight(Access access, RequestRows rows, SpaceRows spaces, Guard guard) {
        this.access = access;
        this.rows = rows;
        this.spaces = spaces;
        this.guard = guard;
    }

    static Refusal unknown(UUID id) {
        return new Refusal.NotFound("request-unknown", "There is no request " + id + " that you may know of");
    }

    /// Where the reader sees others' requests.
    RequestRows.Seen of(Reader reader) {
        boolean all = access.decide(reader, AccessPermissions.READ_POLICY).allowed();
        Set<String> within = all
                ? Set.of()
                : spaces.all().stream()
                        .map(Space::name)
                        .filter(space -> sees(reader, space))
                        .collect(Collectors.toSet());
        return new RequestRows.Seen(all, within);
    }

    /// As above, where there is anything to see.
    RequestRows.Seen require(Reader reader) {
        RequestRows.Seen seen = of(reader);
        if (seen.none()) {
            access.require(reader, AccessPermissions.READ_POLICY);
        }
        return seen;
    }

    /// One's own request, or one that the reader sees.
    AccessRequest request(Reader reader, UUID id) {
        return rows.find(id)
                .filter(request -> (request.account().equals(reader.account()) && reader.scopes() == null)
                        || sees(reader, request.space()))
                .orElseThrow(() -> unknown(id));
    }

    /// Passes where the reader may answer the request: they see it, change roles where it is about, and did not ask
    /// themselves.
    void requireAnswering(Reader reader, UUID id) {
        AccessRequest request =
                rows.find(id).filter(held -> sees(reader, held.space())).orElseThrow(() -> unknown(id));
        guard.require(reader, Deed.ANSWER_REQUEST, place(request.space()));
        if (request.account().equals(reader.account())) {
            guard.refused(reader, Deed.ANSWER_REQUEST, RequestNews.TYPE, id.toString());
            throw new Refusal.Forbidden(
                    AccessPermissions.EDIT_ROLE.name(), "Nobody answers their own request; somebody else has to");
        }
    }

    private boolean sees(Reader reader, @Nullable String space) {
        return space == null
                ? access.decide(reader, AccessPermissions.READ_POLICY).allowed()
                : access.decide(reader, AccessPermissions.READ_POLICY, place(space))
                        .allowed();
    }

    /// Where a request is about, as decisions see it.
    private static Thing place(@Nullable String space) {
        return new RoleThing(new Role("request", "", Set.of(), space, List.of(), List.of()));
    }
}
