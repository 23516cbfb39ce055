package dev.portico.access.internal;

import dev.portico.access.AccessRequest;
import dev.portico.access.Role;
import dev.portico.kernel.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds who may grant a request: whoever could give one of the roles that it takes. Admins, who always could, are
/// bothered only where nobody else can.
@Component
final class RequestApprovers {

    private final JdbcClient jdbc;
    private final AccountReaders readers;
    private final RequestOptions options;

    RequestApprovers(JdbcClient jdbc, AccountReaders readers, RequestOptions options) {
        this.jdbc = jdbc;
        this.readers = readers;
        this.options = options;
    }

    /// The accounts to tell of a request.
    List<UUID> of(AccessRequest request, Reader asker, Evaluator evaluator) {
        List<RequestOption> ways = options.of(Wish.of(request), asker, evaluator);
        Set<String> editing = evaluator.roles().roles().stream()
                .map(Role::name)
                .filter(role -> DeclaredPermissions.opens(evaluator.roles().grants(role), AccessPermissions.EDIT_ROLE))
                .collect(Collectors.toSet());
        boolean members = evaluator.roles().roles().stream()
                .anyMatch(
                        role -> editing.contains(role.name()) && !role.members().isEmpty());
        List<UUID> able = new ArrayList<>();
        List<UUID> admins = new ArrayList<>();
        for (Candidate candidate : candidates(editing, members, request.account())) {
            if (candidate.roles.contains(Roles.ADMIN)) {
                admins.add(candidate.id);
                continue;
            }
            Reader reader = readers.of(candidate.id, candidate.name, candidate.name, candidate.roles);
            boolean edits =
                    evaluator.roles().held(reader, evaluator.now()).stream().anyMatch(editing::contains);
            if (edits
                    && ways.stream().anyMatch(way -> options.obstacle(reader, way, evaluator)
                            .isEmpty())) {
                able.add(candidate.id);
            }
        }
        return able.isEmpty() ? admins : able;
    }

    /// The enabled accounts that have such a role themselves, or may have one by the policy.
    private List<Candidate> candidates(Set<String> editing, boolean members, UUID but) {
        return jdbc.sql("SELECT id, name, roles FROM access_account WHERE enabled AND id <> :but"
                        + " AND (:members OR roles && :editing::text[]) ORDER BY name")
                .param("but", but)
                .param("members", members)
                .param("editing", editing.toArray(String[]::new))
                .query((row, number) -> new Candidate(
                        Objects.requireNonNull(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        AccountReaders.strings(row.getArray("roles"))))
                .list();
    }

    private record Candidate(UUID id, String name, Set<String> roles) {}
}
