package dev.portico.access.web;

import dev.portico.access.AccountEdit;
import dev.portico.access.AccountSummary;
import dev.portico.access.Accounts;
import dev.portico.access.NewAccount;
import dev.portico.kernel.Reader;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Accounts over REST.
@RestController
@RequestMapping("/api/portico/accounts")
class AccountsController {

    private final Accounts accounts;

    AccountsController(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping
    AccountsJson list(
            Reader reader,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(Accounts.LONGEST_LIST) int limit) {
        List<AccountSummary> page = accounts.list(reader, after, limit);
        return new AccountsJson(
                page, page.size() < limit ? null : page.getLast().name());
    }

    @PostMapping
    ResponseEntity<AccountSummary> create(Reader reader, @RequestBody @Valid NewAccountJson json) {
        AccountSummary made = accounts.create(reader, json.account());
        return ResponseEntity.created(URI.create("/api/portico/accounts/" + made.id()))
                .body(made);
    }

    @GetMapping("/{id}")
    AccountSummary account(Reader reader, @PathVariable UUID id) {
        return accounts.account(reader, id);
    }

    @PatchMapping("/{id}")
    AccountSummary change(Reader reader, @PathVariable UUID id, @RequestBody @Valid AccountEditJson json) {
        return accounts.change(reader, id, json.edit());
    }

    @PutMapping("/{id}/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resetPassword(Reader reader, @PathVariable UUID id, @RequestBody @Valid PasswordJson json) {
        accounts.resetPassword(reader, id, json.password());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Reader reader, @PathVariable UUID id) {
        accounts.remove(reader, id);
    }

    @PostMapping("/{id}/sign-out")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOutEverywhere(Reader reader, @PathVariable UUID id) {
        accounts.signOutEverywhere(reader, id);
    }

    /// @param next the name to ask for as `after`; null where no more can follow
    record AccountsJson(
            List<AccountSummary> items, @Nullable String next) {}

    record NewAccountJson(
            @NotNull @Size(max = 200) String name,
            @Nullable @Size(max = 200) String displayName,
            @Nullable @Size(max = 200) String email,
            @NotNull Set<String> roles,
            @NotNull String password) {

        NewAccount account() {
            return new NewAccount(name, displayName == null ? "" : displayName, email, roles, password);
        }

        /// Without the password.
        @Override
        public String toString() {
            return "NewAccountJson[name=" + name + ", roles=" + roles + "]";
        }
    }

    record AccountEditJson(
            @Nullable @Size(max = 200) String displayName,
            @Nullable @Size(max = 200) String email,
            @Nullable Set<String> roles,
            @Nullable Boolean enabled) {

        AccountEdit edit() {
            return new AccountEdit(displayName, email, roles, enabled);
        }
    }

    record PasswordJson(@NotNull String password) {

        /// Without the password.
        @Override
        public String toString() {
            return "PasswordJson[]";
        }
    }
}
