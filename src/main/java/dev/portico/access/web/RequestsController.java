package dev.portico.access.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portico.access.AccessRequest;
import dev.portico.access.AccessRequest.State;
import dev.portico.access.AccessRequests;
import dev.portico.access.NewAccessRequest;
import dev.portico.access.Permission;
import dev.portico.access.RoleOption;
import dev.portico.kernel.Reader;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Requests for access over REST. A refusal names the permission to ask for.
@RestController
@RequestMapping("/api/portico/access/requests")
class RequestsController {

    private final AccessRequests requests;

    RequestsController(AccessRequests requests) {
        this.requests = requests;
    }

    /// Requests, newest first: one's own with `mine=true`, else those that one may see.
    ///
    /// @param state those in this state; left out for all
    /// @param who   those of accounts in whose name this stands
    /// @param after the request after which to go on; left out to begin
    @GetMapping
    RequestsJson list(
            Reader reader,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(required = false) @Nullable State state,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "100") int limit) {
        Set<State> states = state == null ? EnumSet.allOf(State.class) : EnumSet.of(state);
        List<AccessRequest> found =
                mine ? requests.own(reader, after, limit) : requests.list(reader, states, who, after, limit);
        return new RequestsJson(found.stream().map(RequestJson::of).toList());
    }

    /// Asks; whoever waits for the same already is given that request.
    @PostMapping
    RequestJson ask(Reader reader, @RequestBody @Valid AskJson json) {
        return RequestJson.of(requests.ask(
                reader,
                new NewAccessRequest(json.permission(), json.thing(), json.space(), json.reason(), json.days())));
    }

    /// One request, with the roles that would give what it asks while it waits.
    @GetMapping("/{id}")
    DetailJson request(Reader reader, @PathVariable UUID id) {
        AccessRequest request = requests.request(reader, id);
        boolean own = request.account().equals(reader.account());
        return new DetailJson(
                RequestJson.of(request),
                own
                        ? List.of()
                        : requests.options(reader, id).stream()
                                .map(OptionJson::of)
                                .toList());
    }

    @PostMapping("/{id}/approval")
    RequestJson approve(Reader reader, @PathVariable UUID id, @RequestBody @Valid ApprovalJson json) {
        return RequestJson.of(
                requests.approve(reader, id, json.role(), json.until(), Objects.requireNonNullElse(json.answer(), "")));
    }

    @PostMapping("/{id}/denial")
    RequestJson deny(Reader reader, @PathVariable UUID id, @RequestBody @Valid DenialJson json) {
        return RequestJson.of(requests.deny(reader, id, json.answer()));
    }

    /// Takes one's own request back.
    @DeleteMapping("/{id}")
    RequestJson withdraw(Reader reader, @PathVariable UUID id) {
        return RequestJson.of(requests.withdraw(reader, id));
    }

    record RequestsJson(List<RequestJson> items) {}

    /// @param options the roles that would give it, those that add least first; none for one's own
    record DetailJson(RequestJson request, List<OptionJson> options) {}

    /// @param permission the name of a permission, as a refusal names it
    /// @param thing      the id of a thing, such as `component:default/fare-engine`; left out for none
    /// @param space      the name of a space; left out for none, or for the thing's own
    /// @param reason     why
    /// @param days       for how many days; left out to leave it open
    record AskJson(
            @NotNull String permission,
            @Nullable String thing,
            @Nullable String space,
            @NotNull String reason,
            @Nullable Integer days) {}

    /// @param role   one of the options
    /// @param until  when it ends by itself, such as `2026-12-31T18:00:00Z`
    /// @param answer what to say to it
    record ApprovalJson(
            @NotNull String role,
            @NotNull Instant until,
            @Nullable String answer) {}

    /// @param answer why
    record DenialJson(@NotNull String answer) {}

    /// @param account   the name of the account that asks
    /// @param decidedBy who answered it
    /// @param role      the role that was given, until `until`
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RequestJson(
            UUID id,
            String account,
            String displayName,
            String permission,
            @Nullable String space,
            @Nullable String thing,
            String reason,
            @Nullable Integer days,
            State state,
            Instant madeAt,
            Instant expiresAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            String answer,
            @Nullable String role,
            @Nullable Instant until) {

        static RequestJson of(AccessRequest request) {
            return new RequestJson(
                    request.id(),
                    request.name(),
                    request.displayName(),
                    request.permission(),
                    request.space(),
                    request.thing(),
                    request.reason(),
                    request.days(),
                    request.state(),
                    request.madeAt(),
                    request.expiresAt(),
                    request.decidedBy(),
                    request.decidedAt(),
                    request.answer(),
                    request.role(),
                    request.until());
        }
    }

    /// @param made        whether there is such a role already
    /// @param permissions how many permissions it allows
    /// @param adds        the permissions that come with it beside the one that is asked, and that its asker lacks
    /// @param obstacle    why one may not give it
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OptionJson(
            String role,
            String description,
            @Nullable String space,
            boolean made,
            int permissions,
            List<String> adds,
            @Nullable String obstacle) {

        static OptionJson of(RoleOption option) {
            return new OptionJson(
                    option.role(),
                    option.description(),
                    option.space(),
                    option.made(),
                    option.permissions(),
                    option.adds().stream().map(Permission::name).toList(),
                    option.obstacle());
        }
    }
}
