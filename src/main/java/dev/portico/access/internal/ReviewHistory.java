package dev.portico.access.internal;

import dev.portico.access.ReviewLine.Way;
import dev.portico.access.Role;
import dev.portico.access.RoleMember;
import dev.portico.kernel.Refusal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Since when somebody is a member of a role, by the policies that were in force. Nothing is said where that cannot be
/// known: of what accounts and tokens were given, after an older policy was put in force again, and of what reaches
/// further back than the last hundred policies or than one that cannot be read.
@Component
final class ReviewHistory {

    /// Nothing is known.
    static final Since UNKNOWN = (role, way, holder) -> null;

    private static final int MOST = 100;

    private final JdbcClient jdbc;

    ReviewHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Since when somebody is a member.
    interface Since {

        @Nullable
        Instant of(String role, Way way, String holder);
    }

    /// @param policy the number of the one in force
    Since of(int policy, Collection<String> roles) {
        List<Published> published = published();
        if (published.isEmpty() || published.getFirst().number != policy) {
            return UNKNOWN;
        }
        Map<Member, Instant> since = since(published, roles);
        return (role, way, holder) -> {
            RoleMember.@Nullable Kind kind = kind(way);
            return kind == null ? null : since.get(new Member(role, kind, holder));
        };
    }

    /// @param published the latest first
    private static Map<Member, Instant> since(List<Published> published, Collection<String> roles) {
        Map<Member, Instant> since = new HashMap<>();
        Set<Member> still = new HashSet<>();
        boolean whole = published.size() < MOST;
        boolean first = true;
        for (Published one : published) {
            Set<Member> there;
            try {
                there = members(one.document, roles);
            } catch (Refusal.InvalidInput unreadable) {
                whole = false;
                break;
            }
            if (first) {
                still.addAll(there);
            } else {
                still.retainAll(there);
            }
            first = false;
            still.forEach(member -> since.put(member, one.at));
        }
        if (!whole) {
            still.forEach(since::remove);
        }
        return since;
    }

    private List<Published> published() {
        return jdbc.sql("SELECT number, published_at, document FROM access_policy WHERE published_at IS NOT NULL"
                        + " ORDER BY number DESC LIMIT " + MOST)
                .query((row, line) -> new Published(
                        row.getInt("number"),
                        row.getObject("published_at", OffsetDateTime.class).toInstant(),
                        row.getString("document")))
                .list();
    }

    private static Set<Member> members(String document, Collection<String> roles) {
        Set<Member> members = new HashSet<>();
        for (Role role : PolicyDocument.read(document)) {
            if (roles.contains(role.name())) {
                role.members().forEach(member -> members.add(new Member(role.name(), member.kind(), member.name())));
            }
        }
        return members;
    }

    static RoleMember.@Nullable Kind kind(Way way) {
        return switch (way) {
            case MEMBER_ACCOUNT -> RoleMember.Kind.ACCOUNT;
            case MEMBER_USER -> RoleMember.Kind.USER;
            case MEMBER_GROUP -> RoleMember.Kind.GROUP;
            case MEMBER_TOKEN -> RoleMember.Kind.TOKEN;
            case EVERYONE -> RoleMember.Kind.EVERYONE;
            case ACCOUNT, TOKEN, THROUGH_GROUP, THROUGH_ROLE -> null;
        };
    }

    private record Published(int number, Instant at, String document) {}

    private record Member(String role, RoleMember.Kind kind, String name) {}
}
