package dev.portico.access.internal;

import dev.portico.access.Access;
import dev.portico.access.Condition;
import dev.portico.access.Grant;
import dev.portico.access.Permission;
import dev.portico.access.Role;
import dev.portico.access.Rule;
import dev.portico.access.Space;
import dev.portico.access.SpaceEdit;
import dev.portico.access.Spaces;
import dev.portico.access.spaces.SpaceBelongings;
import dev.portico.audit.Audit;
import dev.portico.changes.ChangeFeed;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/// The spaces in the database, behind what people may.
@Service
final class StoredSpaces implements Spaces {

    private final SpaceRows rows;
    private final PolicyRows policies;
    private final PolicyInForce inForce;
    private final SpaceOwners owners;
    private final Access access;
    private final ObjectProvider<SpaceBelongings> belongings;
    private final Audit audit;
    private final ChangeFeed feed;
    private final TransactionOperations transactions;
    private final JsonMapper json;

    StoredSpaces(
            SpaceRows rows,
            PolicyRows policies,
            PolicyInForce inForce,
            SpaceOwners owners,
            Access access,
            ObjectProvider<SpaceBelongings> belongings,
            Audit audit,
            ChangeFeed feed,
            TransactionOperations transactions,
            JsonMapper json) {
        this.rows = rows;
        this.policies = policies;
        this.inForce = inForce;
        this.owners = owners;
        this.access = access;
        this.belongings = belongings;
        this.audit = audit;
        this.feed = feed;
        this.transactions = transactions;
        this.json = json;
    }

    @Override
    public List<Space> list(Reader reader) {
        return rows.all().stream()
                .filter(space -> may(reader, AccessPermissions.READ_SPACE, space))
                .toList();
    }

    @Override
    public List<Space> own(Reader reader) {
        return list(reader).stream()
                .filter(space -> owners.of(space.name())
                        .map(refs -> reader.groups().stream().anyMatch(group -> refs.contains(group.toString())))
                        .orElse(false))
                .toList();
    }

    @Override
    public Space space(Reader reader, String name) {
        return seen(reader, rows.find(name), name);
    }

    @Override
    public boolean mayCreate(Reader reader) {
        return access.decide(reader, AccessPermissions.CREATE_SPACE).allowed();
    }

    @Override
    public boolean mayChange(Reader reader, Space space) {
        return may(reader, AccessPermissions.MANAGE_SPACE, space);
    }

    @Override
    public Set<EntityRef> groups(String space) {
        return owners.of(space).orElse(Set.of()).stream().map(EntityRef::parse).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Space create(Reader reader, String name, String title, String description, Set<EntityRef> groups) {
        Names.checked("space", name);
        Instant now = Instant.now();
        Space wanted = SpaceCheck.checked(
                new Space(name, title, description, groups, Map.of(), 1, reader.subject(), now, now));
        try {
            return write(reader, Deed.CREATE_SPACE, name, () -> {
                access.require(reader, AccessPermissions.CREATE_SPACE);
                requireHolding(reader, AccessPermissions.CREATE_SPACE, name);
                rows.insert(wanted);
                return recorded(reader, Deed.CREATE_SPACE, null, found(name));
            });
        } catch (DuplicateKeyException taken) {
            throw new Refusal.Conflict(
                    "space-name-taken", "There is a space named " + name + " already; choose another name");
        }
    }

    @Override
    public Space change(Reader reader, String name, int version, SpaceEdit edit) {
        return write(reader, Deed.CHANGE_SPACE, name, () -> {
            Space before = managed(reader, name, version);
            Space after = SpaceCheck.checked(edited(before, edit));
            if (!after.groups().equals(before.groups())) {
                access.require(reader, AccessPermissions.CREATE_SPACE);
                requireHolding(reader, AccessPermissions.MANAGE_SPACE, name);
            }
            rows.update(after);
            return recorded(reader, Deed.CHANGE_SPACE, before, found(name));
        });
    }

    @Override
    public Map<String, Long> belongings(Reader reader, String name) {
        Space space = seen(reader, rows.find(name), name);
        access.require(reader, AccessPermissions.MANAGE_SPACE, new SpaceThing(space));
        Map<String, Long> counts = new TreeMap<>();
        belongings.stream().forEach(kept -> counts.merge(kept.kind(), kept.count(name), Long::sum));
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    @Override
    public void delete(Reader reader, String name, int version) {
        write(reader, Deed.DELETE_SPACE, name, () -> {
            int number = policies.lock();
            Space before = managed(reader, name, version);
            List<String> roles = speaking(policies.roles(number), name);
            if (!roles.isEmpty()) {
                throw new Refusal.Conflict(
                        "space-in-use",
                        "The space " + name + " or a role of it is spoken of by " + String.join(", ", roles)
                                + " in the policy in force, " + number
                                + "; publish one first in which no role but those of the space does");
            }
            belongings.orderedStream().forEach(kept -> kept.remove(name, reader));
            rows.delete(name);
            recorded(reader, Deed.DELETE_SPACE, before, null);
            return before;
        });
    }

    private Space managed(Reader reader, String name, int version) {
        access.requireOpen(reader, AccessPermissions.MANAGE_SPACE);
        Space space = seen(reader, rows.lock(name), name);
        access.require(reader, AccessPermissions.MANAGE_SPACE, new SpaceThing(space));
        if (space.version() != version) {
            throw new Refusal.Conflict(
                    "space-changed",
                    "The space " + name + " was changed meanwhile: you saw version " + version + ", and it has "
                            + space.version() + ". Look at it again and repeat your change");
        }
        return space;
    }

    private static Space edited(Space space, SpaceEdit edit) {
        return new Space(
                space.name(),
                Objects.requireNonNullElse(edit.title(), space.title()),
                Objects.requireNonNullElse(edit.description(), space.description()),
                Objects.requireNonNullElse(edit.groups(), space.groups()),
                Objects.requireNonNullElse(edit.settings(), space.settings()),
                space.version(),
                space.createdBy(),
                space.createdAt(),
                space.changedAt());
    }

    /// Other groups change what all rights mean that speak of the space: whoever sets them holds those everywhere.
    private void requireHolding(Reader reader, Permission permission, String space) {
        Evaluator evaluator = inForce.evaluator();
        List<Grant> everywhere = new ArrayList<>();
        for (Role role : evaluator.roles().roles()) {
            for (HeldGrant held : evaluator.roles().grants(role.name())) {
                if (speaksOf(held.condition(), space)) {
                    everywhere.add(new Grant(held.grant().effect(), held.grant().pattern(), Condition.always()));
                }
            }
        }
        Optional<Grant> more = Holdings.uncovered(evaluator, reader, everywhere);
        if (more.isPresent()) {
            throw new Refusal.Forbidden(
                    permission.name(),
                    reader.name() + " does not hold " + more.get().pattern() + " everywhere, which others hold in the"
                            + " space " + space + ", so cannot say which groups belong to it. Ask an admin");
        }
    }

    /// The roles that are not of the space and could not be without it.
    private static List<String> speaking(List<Role> roles, String space) {
        Set<String> inside = roles.stream()
                .filter(role -> space.equals(role.space()))
                .map(Role::name)
                .collect(Collectors.toSet());
        return roles.stream()
                .filter(role -> !inside.contains(role.name()))
                .filter(role -> role.grants().stream().anyMatch(grant -> speaksOf(grant.condition(), space))
                        || role.includes().stream().anyMatch(inside::contains))
                .map(Role::name)
                .toList();
    }

    private static boolean speaksOf(Condition condition, String space) {
        return switch (condition) {
            case Condition.AllOf all -> all.parts().stream().anyMatch(part -> speaksOf(part, space));
            case Condition.AnyOf any -> any.parts().stream().anyMatch(part -> speaksOf(part, space));
            case Condition.Not not -> speaksOf(not.part(), space);
            case Rule rule -> rule instanceof Rule.SpaceIs is && is.space().equals(space);
        };
    }

    private Space write(Reader reader, Deed deed, String name, Supplier<Space> write) {
        try {
            return Objects.requireNonNull(transactions.execute(status -> {
                Space written = write.get();
                feed.publish(SpaceChanges.TOPIC, List.of(name));
                return written;
            }));
        } catch (Refusal.Forbidden refused) {
            recordRefused(reader, deed, name);
            throw refused;
        } catch (Refusal.NotFound hidden) {
            if (rows.find(name).isPresent()) {
                recordRefused(reader, deed, name);
            }
            throw hidden;
        } finally {
            owners.forgetAll();
            inForce.forget();
        }
    }

    private void recordRefused(Reader reader, Deed deed, String name) {
        transactions.executeWithoutResult(status -> audit.record(deed.refused(reader, AccessPermissions.SPACE, name)));
    }

    private Space recorded(Reader reader, Deed deed, @Nullable Space before, @Nullable Space after) {
        Space known = Objects.requireNonNull(after == null ? before : after);
        audit.record(deed.done(reader, AccessPermissions.SPACE, known.name(), state(before), state(after)));
        return known;
    }

    private @Nullable String state(@Nullable Space space) {
        return space == null
                ? null
                : json.writeValueAsString(Map.of(
                        "name", space.name(),
                        "title", space.title(),
                        "description", space.description(),
                        "groups",
                                new TreeSet<>(space.groups().stream()
                                        .map(EntityRef::toString)
                                        .toList()),
                        "settings", space.settings()));
    }

    private Space seen(Reader reader, Optional<Space> space, String name) {
        return space.filter(one -> may(reader, AccessPermissions.READ_SPACE, one)
                        || may(reader, AccessPermissions.MANAGE_SPACE, one))
                .orElseThrow(() -> unknown(name));
    }

    private Space found(String name) {
        return rows.find(name).orElseThrow(() -> unknown(name));
    }

    private boolean may(Reader reader, Permission permission, Space space) {
        return access.decide(reader, permission, new SpaceThing(space)).allowed();
    }

    static Refusal.NotFound unknown(String name) {
        return new Refusal.NotFound("space-unknown", "There is no space \"" + name + "\" that you may know of");
    }
}
