package dev.portico.access.internal;

import dev.portico.access.Access;
import dev.portico.access.AccessRequests;
import dev.portico.access.Condition;
import dev.portico.access.Grant;
import dev.portico.access.NewAccessRequest;
import dev.portico.access.Permission;
import dev.portico.access.Permissions;
import dev.portico.access.RequestSettings;
import dev.portico.access.Rule;
import dev.portico.access.Space;
import dev.portico.access.Spaces;
import dev.portico.access.things.ThingSource;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import dev.portico.kernel.Thing;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Says whether somebody may ask for what they ask for, and fills in the space that it is about.
@Component
final class RequestCheck {

    private final Access access;
    private final Permissions permissions;
    private final PolicyInForce policies;
    private final RequestOptions options;
    private final Spaces spaces;
    private final SpaceRows rows;
    private final RequestSettings settings;

    RequestCheck(
            Access access,
            Permissions permissions,
            PolicyInForce policies,
            RequestOptions options,
            Spaces spaces,
            SpaceRows rows,
            RequestSettings settings) {
        this.access = access;
        this.permissions = permissions;
        this.policies = policies;
        this.options = options;
        this.spaces = spaces;
        this.rows = rows;
        this.settings = settings;
    }

    /// Whoever asks, as they are without the limits of a token.
    static Reader asker(Reader reader) {
        return new Reader(
                reader.subject(),
                reader.account(),
                reader.name(),
                reader.user(),
                reader.groups(),
                reader.roles(),
                null,
                null);
    }

    /// What is asked, with its space, and without what the permission is not about.
    NewAccessRequest checked(Reader asker, NewAccessRequest asked) {
        String reason = words(asked.reason(), "Say in 1 to " + AccessRequests.LONGEST_REASON + " characters why");
        Integer days = asked.days();
        if (days != null && (days < 1 || days > settings.longest().toDays())) {
            throw new Refusal.InvalidInput(
                    "request-days", "Ask for 1 to " + settings.longest().toDays() + " days, or leave it open");
        }
        NewAccessRequest placed = placed(asker, asked);
        return new NewAccessRequest(placed.permission(), placed.thing(), placed.space(), reason, days);
    }

    /// As [#checked], whatever the reason and for however long.
    NewAccessRequest placed(Reader asker, NewAccessRequest asked) {
        Permission permission = permissions
                .named(asked.permission())
                .orElseThrow(() -> new Refusal.InvalidInput(
                        "permission-unknown",
                        "There is no permission \"" + asked.permission() + "\"; ask for one that a refusal named"));
        Evaluator evaluator = policies.evaluator();
        boolean general = permission.resourceType().isEmpty();
        @Nullable Thing thing = asked.thing() == null ? null : thing(asker, permission, asked.thing());
        @Nullable String space = general ? null : space(asker, asked.space(), thing, evaluator);
        if (holds(asker, permission, thing, space, evaluator)
                && holds(asker, permission, thing, space, evaluator.lasting())) {
            throw new Refusal.Conflict(
                    "request-needless", "You may do this already: " + permission.name() + ". Load the page again");
        }
        return new NewAccessRequest(
                permission.name(), thing == null ? null : thing.id(), space, asked.reason(), asked.days());
    }

    /// A text that people wrote, where it fits.
    static String words(String text, String otherwise) {
        String stripped = text.strip();
        if (stripped.isEmpty()
                || stripped.length() > AccessRequests.LONGEST_REASON
                || stripped.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r')) {
            throw new Refusal.InvalidInput("request-words", otherwise);
        }
        return stripped;
    }

    /// The moment, where a role may be given until then.
    Instant until(Instant until) {
        Instant now = policies.evaluator().now();
        if (!until.isAfter(now) || until.isAfter(now.plus(settings.longest()))) {
            throw new Refusal.InvalidInput(
                    "request-until",
                    "A role is given until a moment to come, within "
                            + settings.longest().toDays() + " days");
        }
        return until.truncatedTo(ChronoUnit.SECONDS);
    }

    /// The thing, where the permission is about things that can be looked up.
    private @Nullable Thing thing(Reader asker, Permission permission, String id) {
        @Nullable ThingSource source = options.source(permission).orElse(null);
        if (source == null) {
            return null;
        }
        return source.thing(id)
                .filter(found ->
                        access.decide(asker, source.permission(), found).allowed())
                .orElseThrow(
                        () -> new Refusal.NotFound("thing-unknown", "There is no \"" + id + "\" that you may know of"));
    }

    private @Nullable String space(Reader asker, @Nullable String named, @Nullable Thing thing, Evaluator evaluator) {
        if (named != null) {
            String space = spaces.space(asker, named).name();
            if (thing != null && !within(space, asker, thing, evaluator)) {
                throw new Refusal.InvalidInput(
                        "request-space",
                        thing.id() + " does not belong to the space " + space + "; leave the space out");
            }
            return space;
        }
        return thing == null
                ? null
                : rows.all().stream()
                        .map(Space::name)
                        .filter(space -> within(space, asker, thing, evaluator))
                        .findFirst()
                        .orElse(null);
    }

    private static boolean within(String space, Reader asker, Thing thing, Evaluator evaluator) {
        return evaluator.spaces().bound(new Rule.SpaceIs(space), true).holds(asker, thing);
    }

    private static boolean holds(
            Reader asker, Permission permission, @Nullable Thing thing, @Nullable String space, Evaluator evaluator) {
        if (thing != null) {
            return evaluator.decide(asker, permission, thing).allowed();
        }
        Condition where = space == null ? Condition.always() : new Rule.SpaceIs(space);
        return Holdings.uncovered(evaluator, asker, List.of(Grant.allow(permission.name(), where)))
                .isEmpty();
    }

    /// The account behind a reader.
    static UUID account(Reader reader) {
        @Nullable UUID account = reader.account();
        if (account == null) {
            throw new Refusal.NotFound(
                    "request-account", "Only an account asks for access, and you come without one; sign in with yours");
        }
        return account;
    }
}
