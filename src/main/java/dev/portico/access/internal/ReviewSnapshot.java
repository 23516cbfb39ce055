package dev.portico.access.internal;

import dev.portico.access.AccessReviews;
import dev.portico.access.ReviewLine;
import dev.portico.access.ReviewLine.Way;
import dev.portico.access.Role;
import dev.portico.access.RoleMember;
import dev.portico.access.internal.Subjects.Subject;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who holds roles at this moment, a line for each way: accounts and tokens that were given one, its
/// members, the people in groups that are members, and the roles that include it, as far as the reader may see those.
@Component
final class ReviewSnapshot {

    /// Sees every role, for what is held against an earlier snapshot.
    static final Reader EVERYTHING = Reader.system("access.reviews");

    private final Subjects subjects;
    private final PolicyRights rights;
    private final ReviewUse use;
    private final ReviewHistory history;

    ReviewSnapshot(Subjects subjects, PolicyRights rights, ReviewUse use, ReviewHistory history) {
        this.subjects = subjects;
        this.rights = rights;
        this.use = use;
        this.history = history;
    }

    /// The lines with when each was last used and since when it is held.
    ///
    /// @param policy the number of the policy that the roles are of
    /// @param wanted the names of the roles in question
    List<ReviewLine> whole(Reader reader, int policy, Collection<Role> all, Collection<String> wanted) {
        return lines(reader, all, wanted, use.of(reader, all, wanted), history.of(policy, wanted));
    }

    /// The lines alone, to be held against an earlier snapshot.
    List<ReviewLine> now(Reader reader, Collection<Role> all, Collection<String> wanted) {
        return lines(reader, all, wanted, ReviewUse.NONE, ReviewHistory.UNKNOWN);
    }

    private List<ReviewLine> lines(
            Reader reader,
            Collection<Role> all,
            Collection<String> wanted,
            ReviewUse.Days days,
            ReviewHistory.Since since) {
        Taking taking = new Taking(all, subjects.accounts(), subjects.services(), subjects.lives(), days, since);
        for (Role role : all) {
            if (wanted.contains(role.name())) {
                taking.role(role);
                all.stream()
                        .filter(other -> other.includes().contains(role.name())
                                && rights.role(reader, AccessPermissions.READ_POLICY, other))
                        .forEach(other -> taking.through(role, other.name()));
            }
        }
        if (taking.lines.size() > AccessReviews.MOST_LINES) {
            throw new Refusal.Conflict(
                    "review-long",
                    "This would be a review of " + taking.lines.size() + " lines, and one has "
                            + AccessReviews.MOST_LINES + " at most; review the roles one by one");
        }
        return taking.lines;
    }

    /// The taking of one snapshot.
    private static final class Taking {

        private static final String ACCOUNT = "account:";

        private final Collection<Role> all;
        private final List<Subject> accounts;
        private final List<Subject> services;
        private final Map<String, Subjects.Life> lives;
        private final ReviewUse.Days days;
        private final ReviewHistory.Since since;
        private final Instant now = Instant.now();
        private final List<ReviewLine> lines = new ArrayList<>();
        private @Nullable Instant until;
        private @Nullable Map<String, Set<String>> holding;

        Taking(
                Collection<Role> all,
                List<Subject> accounts,
                List<Subject> services,
                Map<String, Subjects.Life> lives,
                ReviewUse.Days days,
                ReviewHistory.Since since) {
            this.all = all;
            this.accounts = accounts;
            this.services = services;
            this.lives = lives;
            this.days = days;
            this.since = since;
        }

        void role(Role role) {
            until = null;
            accounts.stream()
                    .filter(account -> account.reader().roles().contains(role.name()))
                    .forEach(account -> person(role, Way.ACCOUNT, account, ""));
            services.stream()
                    .filter(service -> service.reader().roles().contains(role.name()))
                    .forEach(service -> token(role, Way.TOKEN, service.reader().name()));
            for (RoleMember member : role.members()) {
                if (member.counts(now)) {
                    until = member.until();
                    member(role, member);
                }
            }
            until = null;
        }

        private void member(Role role, RoleMember member) {
            String name = member.name();
            switch (member.kind()) {
                case ACCOUNT ->
                    one(role, Way.MEMBER_ACCOUNT, name, named(account -> account(account)
                            .equals(name)));
                case USER ->
                    one(role, Way.MEMBER_USER, name, named(account -> name.equals(String.valueOf(account.user()))));
                case TOKEN -> token(role, Way.MEMBER_TOKEN, name);
                case EVERYONE -> add(role, Way.EVERYONE, "", "Everyone signed in", null, "", accounts.size());
                case GROUP -> group(role, name);
            }
        }

        private void group(Role role, String name) {
            EntityRef group = EntityRef.parse(name);
            List<Subject> people = accounts.stream()
                    .filter(account -> account.reader().groups().contains(group))
                    .toList();
            add(role, Way.MEMBER_GROUP, name, name, null, "", people.size());
            people.forEach(account -> person(role, Way.THROUGH_GROUP, account, name));
        }

        private void one(Role role, Way way, String name, Optional<Subject> account) {
            add(
                    role,
                    way,
                    name,
                    account.map(known -> known.reader().name()).orElse(name),
                    account.map(known -> known.reader().account()).orElse(null),
                    "",
                    account.isPresent() ? 1 : 0);
        }

        private void person(Role role, Way way, Subject account, String via) {
            Reader reader = account.reader();
            add(role, way, account(reader), reader.name(), reader.account(), via, 1);
        }

        /// One that was made with the role holds it as long as it lives; of a member, its own end as a member counts.
        private void token(Role role, Way way, String name) {
            @Nullable Instant member = until;
            Subjects.@Nullable Life life = way == Way.TOKEN ? lives.get(name) : null;
            if (life != null) {
                until = life.until();
            }
            add(role, way, name, name, null, "", 0);
            until = member;
        }

        void through(Role role, String including) {
            int people = (int) accounts.stream()
                    .map(account -> account.reader().subject())
                    .filter(subject -> holding().getOrDefault(subject, Set.of()).contains(including))
                    .count();
            add(role, Way.THROUGH_ROLE, including, including, null, "", people);
        }

        private @Nullable Instant since(Role role, Way way, String holder) {
            Subjects.@Nullable Life life = way == Way.TOKEN ? lives.get(holder) : null;
            return life == null ? since.of(role.name(), way, holder) : life.since();
        }

        void add(Role role, Way way, String holder, String label, @Nullable UUID account, String via, int people) {
            lines.add(new ReviewLine(
                    lines.size() + 1,
                    0,
                    role.name(),
                    way,
                    holder,
                    label,
                    account,
                    via,
                    people,
                    until,
                    since(role, way, holder),
                    used(role, way, holder, account),
                    null,
                    "",
                    null,
                    null,
                    null,
                    false,
                    null,
                    ""));
        }

        /// When a line was last used; one that many hold by, when any of them last did.
        private @Nullable LocalDate used(Role role, Way way, String holder, @Nullable UUID account) {
            if (days.equals(ReviewUse.NONE)) {
                return null;
            }
            return switch (way) {
                case ACCOUNT, MEMBER_ACCOUNT, THROUGH_GROUP -> days.of(role.name(), ACCOUNT + holder);
                case MEMBER_USER -> days.of(role.name(), ACCOUNT + owner(account));
                case TOKEN, MEMBER_TOKEN -> days.of(role.name(), "token:" + holder);
                case MEMBER_GROUP -> {
                    EntityRef group = EntityRef.parse(holder);
                    yield latest(role, reader -> reader.groups().contains(group));
                }
                case EVERYONE -> latest(role, reader -> reader.account() != null);
                case THROUGH_ROLE ->
                    latest(role, reader -> holding()
                            .getOrDefault(reader.subject(), Set.of())
                            .contains(holder));
            };
        }

        /// All roles of each account and service token, by subject, with those that come of others.
        private Map<String, Set<String>> holding() {
            if (holding == null) {
                RoleSet roles = new RoleSet(all);
                Map<String, Set<String>> held = new HashMap<>();
                Stream.concat(accounts.stream(), services.stream())
                        .map(Subject::reader)
                        .forEach(reader -> held.put(
                                reader.subject(), roles.ways(reader, now).keySet()));
                holding = held;
            }
            return holding;
        }

        private @Nullable LocalDate latest(Role role, Predicate<Reader> which) {
            return Stream.concat(accounts.stream(), services.stream())
                    .map(Subject::reader)
                    .filter(which)
                    .map(reader -> Optional.ofNullable(days.of(role.name(), reader.subject())))
                    .flatMap(Optional::stream)
                    .max(LocalDate::compareTo)
                    .orElse(null);
        }

        private String owner(@Nullable UUID account) {
            return named(reader -> account != null && account.equals(reader.account()))
                    .map(known -> account(known.reader()))
                    .orElse("");
        }

        private Optional<Subject> named(Predicate<Reader> which) {
            return accounts.stream()
                    .filter(account -> which.test(account.reader()))
                    .findFirst();
        }

        private static String account(Reader reader) {
            return reader.subject().substring(ACCOUNT.length());
        }
    }
}
