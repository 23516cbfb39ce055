package dev.portico.access.internal;

import dev.portico.access.Access;
import dev.portico.access.Permission;
import dev.portico.access.Permissions;
import dev.portico.access.things.ThingSource;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import dev.portico.kernel.Thing;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What questions about others name: whom, what and which thing, each as far as whoever asks may know of it.
@Component
final class Simulated {

    private final Access access;
    private final Permissions permissions;
    private final Subjects subjects;
    private final PolicyInForce policies;
    private final List<ThingSource> things;

    Simulated(
            Access access,
            Permissions permissions,
            Subjects subjects,
            PolicyInForce policies,
            List<ThingSource> things) {
        this.access = access;
        this.permissions = permissions;
        this.subjects = subjects;
        this.policies = policies;
        this.things = List.copyOf(things);
    }

    /// Passes where the reader may ask about everybody, and about policies that are not in force.
    void requireOthers(Reader reader) {
        access.require(reader, AccessPermissions.READ_POLICY);
    }

    /// Whether tokens of others are named to the reader, and not only counted.
    boolean namesTokens(Reader reader) {
        return access.decide(reader, AccessPermissions.MANAGE_TOKENS).allowed();
    }

    /// Whoever is asked about. Oneself and one's own tokens take no permission.
    Reader subject(Reader reader, @Nullable String account, @Nullable String token) {
        if (account != null && token != null) {
            throw new Refusal.InvalidInput("subject", "Name an account or a token, not both");
        }
        if (token != null) {
            if (!token.startsWith(ownTokens(reader))) {
                requireOthers(reader);
                access.require(reader, AccessPermissions.MANAGE_TOKENS);
            }
            return subjects.token(token);
        }
        if (account == null || subjects.isNamed(reader, account)) {
            return reader;
        }
        requireOthers(reader);
        return subjects.account(account);
    }

    Permission permission(String name) {
        return permissions
                .named(name)
                .orElseThrow(() -> new Refusal.NotFound(
                        "permission-unknown",
                        "There is no permission \"" + name
                                + "\"; docs/access.md lists them, and GET /api/portico/me those that you hold"));
    }

    /// The thing, where whoever asks may know of it.
    Thing thing(Reader reader, Permission permission, String id) {
        ThingSource source = source(permission.resourceType())
                .orElseThrow(() -> new Refusal.InvalidInput(
                        "thing-type",
                        "The permission " + permission.name() + " is asked about no thing that can be looked up here;"
                                + " leave the thing out"));
        return source.thing(id)
                .filter(thing ->
                        access.decide(reader, source.permission(), thing).allowed())
                .orElseThrow(
                        () -> new Refusal.NotFound("thing-unknown", "There is no \"" + id + "\" that you may know of"));
    }

    /// Whether the reader may know of a thing, by the policy in force. No question that anybody asked, and so not
    /// recorded as one.
    boolean mayKnow(Reader reader, ThingSource source, Thing thing) {
        return policies.evaluator().decide(reader, source.permission(), thing).allowed();
    }

    /// What finds the things of a type that people name.
    Optional<ThingSource> source(String type) {
        return recorded(type).filter(ThingSource::named);
    }

    /// What finds the things of a type that decisions were recorded about.
    Optional<ThingSource> recorded(String type) {
        return things.stream().filter(one -> one.type().equals(type)).findFirst();
    }

    /// How the names of the reader's own tokens begin. A token of one's own counts as oneself; a service has none.
    private static String ownTokens(Reader reader) {
        boolean account = reader.account() != null && reader.subject().startsWith("account:");
        return account ? reader.subject().substring("account:".length()) + "/" : "\0";
    }
}
