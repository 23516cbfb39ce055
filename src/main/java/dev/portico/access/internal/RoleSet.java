package dev.portico.access.internal;

import dev.portico.access.Condition;
import dev.portico.access.Explanation.Holding;
import dev.portico.access.Explanation.Way;
import dev.portico.access.Grant;
import dev.portico.access.Permission;
import dev.portico.access.Role;
import dev.portico.access.RoleMember;
import dev.portico.access.Rule;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/// The roles of a policy, made ready for decisions. Immutable but for what it remembers, and safe for any thread.
final class RoleSet {

    private static final int MOST_REMEMBERED = 10_000;

    private final Map<String, Role> roles = new TreeMap<>();
    private final Map<String, List<HeldGrant>> effective = new HashMap<>();
    private final Map<EntityRef, List<Membership>> byRef = new HashMap<>();
    private final Map<String, List<Membership>> byToken = new HashMap<>();
    private final Map<String, List<Membership>> byAccount = new HashMap<>();
    private final List<Membership> everyone = new ArrayList<>();
    private final ConcurrentMap<Asked, Rights> remembered = new ConcurrentHashMap<>();

    /// @param all roles without circles of inclusion; one that is included and is not there adds nothing
    /// @throws dev.portico.kernel.Refusal.InvalidInput where a member is named by what is no ref
    RoleSet(Collection<Role> all) {
        all.forEach(role -> roles.put(role.name(), role));
        for (Role role : roles.values()) {
            List<HeldGrant> grants = new ArrayList<>();
            collect(role, role.name(), Condition.always(), new HashSet<>(), grants);
            effective.put(role.name(), List.copyOf(grants));
            role.members().forEach(member -> members(member).add(new Membership(role.name(), member)));
        }
    }

    /// The same roles without the members that are so until a moment.
    RoleSet lasting() {
        return new RoleSet(roles.values().stream()
                .map(role -> role.heldBy(role.members().stream()
                        .filter(member -> member.until() == null)
                        .toList()))
                .toList());
    }

    /// The roles in the order of their names.
    Collection<Role> roles() {
        return Collections.unmodifiableCollection(roles.values());
    }

    Set<String> names() {
        return Collections.unmodifiableSet(roles.keySet());
    }

    @Nullable
    Role role(String name) {
        return roles.get(name);
    }

    /// What one role grants, with what it includes; nothing where there is no such role.
    List<HeldGrant> grants(String role) {
        return effective.getOrDefault(role, List.of());
    }

    /// The roles that a reader holds at a moment: their own, and those that they are members of.
    Set<String> held(Reader reader, Instant now) {
        if (byRef.isEmpty() && byToken.isEmpty() && byAccount.isEmpty() && everyone.isEmpty()) {
            return reader.roles();
        }
        Set<String> held = new HashSet<>(reader.roles());
        for (Membership membership : memberships(reader)) {
            if (membership.member.counts(now)) {
                held.add(membership.role);
            }
        }
        return held;
    }

    /// How a reader holds each of their roles, by name.
    Map<String, List<Holding>> ways(Reader reader, Instant now) {
        Map<String, List<Holding>> ways = new TreeMap<>();
        boolean token = reader.account() == null;
        for (String role : reader.roles()) {
            ways.computeIfAbsent(role, any -> new ArrayList<>())
                    .add(new Holding(token ? Way.TOKEN : Way.ACCOUNT, reader.subject(), null));
        }
        for (Membership membership : memberships(reader)) {
            if (membership.member.counts(now)) {
                ways.computeIfAbsent(membership.role, any -> new ArrayList<>()).add(membership.held());
            }
        }
        included(ways);
        return ways;
    }

    /// What all these roles together say about a permission.
    Rights rights(Set<String> held, Permission permission) {
        Asked asked = new Asked(held, permission.name());
        Rights known = remembered.get(asked);
        if (known == null) {
            known = Rights.of(held.stream()
                    .sorted()
                    .flatMap(role -> grants(role).stream())
                    .filter(grant -> grant.grant().matches(permission) && grant.counts(held, permission))
                    .toList());
            if (remembered.size() >= MOST_REMEMBERED) {
                remembered.clear();
            }
            remembered.put(new Asked(Set.copyOf(held), permission.name()), known);
        }
        return known;
    }

    private void collect(Role role, String by, Condition outside, Set<String> seen, List<HeldGrant> grants) {
        if (!seen.add(role.name())) {
            return;
        }
        Condition within = role.space() == null ? outside : Condition.both(outside, new Rule.SpaceIs(role.space()));
        for (Grant grant : role.grants()) {
            grants.add(new HeldGrant(
                    role.name(),
                    by,
                    grant,
                    !within.equals(Condition.always()),
                    Condition.both(within, grant.condition())));
        }
        for (String name : role.includes().stream().sorted().toList()) {
            Role included = roles.get(name);
            if (included != null) {
                collect(included, by, within, seen, grants);
            }
        }
    }

    private List<Membership> members(RoleMember member) {
        return switch (member.kind()) {
            case EVERYONE -> everyone;
            case TOKEN -> byToken.computeIfAbsent(member.name(), any -> new ArrayList<>());
            case ACCOUNT -> byAccount.computeIfAbsent(member.name(), any -> new ArrayList<>());
            case USER, GROUP -> byRef.computeIfAbsent(EntityRef.parse(member.name()), any -> new ArrayList<>());
        };
    }

    private List<Membership> memberships(Reader reader) {
        List<Membership> all = new ArrayList<>();
        if (reader.account() != null) {
            all.addAll(everyone);
            all.addAll(byAccount.getOrDefault(account(reader), List.of()));
        } else if (reader.subject().startsWith(TokenReaders.SUBJECT)) {
            String name = reader.subject().substring(TokenReaders.SUBJECT.length());
            all.addAll(byToken.getOrDefault(name, List.of()));
        }
        EntityRef user = reader.user();
        if (user != null) {
            all.addAll(byRef.getOrDefault(user, List.of()));
        }
        for (EntityRef group : reader.groups()) {
            List<Membership> more = byRef.get(group);
            if (more != null) {
                all.addAll(more);
            }
        }
        return all;
    }

    /// The name of the account behind a reader: `account:jane`, or `token:jane/laptop` where a token of theirs is used.
    private static String account(Reader reader) {
        String subject = reader.subject();
        int from = subject.indexOf(':') + 1;
        int slash = subject.indexOf('/', from);
        return subject.substring(from, slash < 0 ? subject.length() : slash);
    }

    /// Adds the roles that those held include, step by step.
    private void included(Map<String, List<Holding>> ways) {
        List<String> left = new ArrayList<>(ways.keySet());
        Map<String, Set<String>> by = new LinkedHashMap<>();
        while (!left.isEmpty()) {
            String holder = left.removeLast();
            Role role = roles.get(holder);
            if (role == null) {
                continue;
            }
            for (String name : role.includes()) {
                if (by.computeIfAbsent(name, any -> new HashSet<>()).add(holder)) {
                    ways.computeIfAbsent(name, any -> new ArrayList<>()).add(new Holding(Way.INCLUDED, holder, null));
                    left.add(name);
                }
            }
        }
    }

    /// How a member holds its role.
    static Way way(RoleMember member) {
        return switch (member.kind()) {
            case USER -> Way.USER;
            case GROUP -> Way.GROUP;
            case EVERYONE -> Way.EVERYONE;
            case TOKEN -> Way.TOKEN;
            case ACCOUNT -> Way.ACCOUNT;
        };
    }

    private record Membership(String role, RoleMember member) {

        Holding held() {
            Way way = way(member);
            return new Holding(
                    way, way == Way.ACCOUNT ? AccountReaders.SUBJECT + member.name() : member.name(), member.until());
        }
    }

    private record Asked(Set<String> held, String permission) {}
}
