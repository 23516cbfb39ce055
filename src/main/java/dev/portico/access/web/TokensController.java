package dev.portico.access.web;

import dev.portico.access.NewToken;
import dev.portico.access.TokenRequest;
import dev.portico.access.TokenRotation;
import dev.portico.access.TokenSummary;
import dev.portico.access.Tokens;
import dev.portico.kernel.Reader;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Tokens over REST.
@RestController
@RequestMapping("/api/portico/tokens")
class TokensController {

    private final Tokens tokens;
    private final TokenRotation rotation;

    TokensController(Tokens tokens, TokenRotation rotation) {
        this.tokens = tokens;
        this.rotation = rotation;
    }

    /// One's own tokens, or everybody's with `all=true`.
    @GetMapping
    TokensJson list(
            Reader reader,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "500") @Min(1) @Max(Tokens.LONGEST_LIST) int limit) {
        List<TokenSummary> page = all ? tokens.all(reader, after, limit) : tokens.own(reader, after, limit);
        return new TokensJson(page, page.size() < limit ? null : page.getLast().id());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    NewTokenJson create(Reader reader, @RequestBody @Valid TokenRequestJson json) {
        NewToken made = tokens.create(reader, json.request());
        return new NewTokenJson(made.token(), made.text());
    }

    /// Gives a token another text; the former one ends at once, or after some minutes.
    @PostMapping("/{id}/rotation")
    NewTokenJson rotate(Reader reader, @PathVariable UUID id, @RequestBody @Valid RotationJson json) {
        NewToken made = rotation.rotate(
                reader,
                id,
                json.days() == null ? null : Duration.ofDays(json.days()),
                Duration.ofMinutes(json.overlapMinutes() == null ? 0 : json.overlapMinutes()));
        return new NewTokenJson(made.token(), made.text());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Reader reader, @PathVariable UUID id) {
        tokens.revoke(reader, id);
    }

    /// @param next the id to ask for as `after`; null where no more can follow
    record TokensJson(List<TokenSummary> items, @Nullable UUID next) {}

    /// @param text the token's text, shown this once
    record NewTokenJson(TokenSummary token, String text) {

        /// Without the text.
        @Override
        public String toString() {
            return "NewTokenJson[" + token + "]";
        }
    }

    /// @param days           how long it counts from now on; a default where left out
    /// @param overlapMinutes how long the former text goes on to count; not at all where left out
    record RotationJson(
            @Nullable @Min(1) @Max(3650) Integer days,
            @Nullable @Min(0) @Max(60) Integer overlapMinutes) {}

    /// @param service whether it has roles of its own instead of acting as oneself
    /// @param spaces  the spaces that limit it; none where left out
    /// @param days    how long it counts; a default where left out
    record TokenRequestJson(
            @NotNull String name,
            @Nullable Boolean service,
            @Nullable Set<String> roles,
            @Nullable Set<String> scopes,
            @Nullable @Size(max = 50) Set<String> spaces,
            @Nullable @Min(1) @Max(3650) Integer days) {

        TokenRequest request() {
            return new TokenRequest(
                    name,
                    service != null && service,
                    roles == null ? Set.of() : roles,
                    scopes,
                    spaces,
                    days == null ? null : Duration.ofDays(days));
        }
    }
}
