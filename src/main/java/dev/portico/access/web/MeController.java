package dev.portico.access.web;

import dev.portico.access.Access;
import dev.portico.access.Accounts;
import dev.portico.access.Explanation.HeldRole;
import dev.portico.access.Permission;
import dev.portico.access.Permissions;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Who one is and what one may, over REST.
@RestController
@RequestMapping("/api/portico/me")
class MeController {

    private final Access access;
    private final Permissions permissions;
    private final Accounts accounts;

    MeController(Access access, Permissions permissions, Accounts accounts) {
        this.access = access;
        this.permissions = permissions;
        this.accounts = accounts;
    }

    @GetMapping
    MeJson me(Reader reader) {
        return new MeJson(
                reader.subject(),
                reader.name(),
                reader.userEntity().map(EntityRef::toString).orElse(null),
                reader.groups().stream().map(EntityRef::toString).sorted().toList(),
                access.roles(reader).stream().map(HeldRole::role).toList(),
                reader.spaces() == null
                        ? null
                        : reader.spaces().stream().sorted().toList(),
                permissions.all().stream()
                        .filter(permission -> access.open(reader, permission))
                        .map(Permission::name)
                        .toList());
    }

    @PutMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(Reader reader, @RequestBody @Valid OwnPasswordJson json) {
        accounts.changeOwnPassword(reader, json.present(), json.next());
    }

    /// @param spaces      the spaces that limit the token in use; null where none does
    /// @param permissions the permissions held, be it under a condition
    record MeJson(
            String subject,
            String name,
            @Nullable String user,
            List<String> groups,
            List<String> roles,
            @Nullable List<String> spaces,
            Collection<String> permissions) {}

    record OwnPasswordJson(@NotNull String present, @NotNull String next) {

        /// Without the passwords.
        @Override
        public String toString() {
            return "OwnPasswordJson[]";
        }
    }
}
