package dev.portico.access.internal.text;

import dev.portico.access.Condition;
import dev.portico.access.Grant;
import dev.portico.access.PolicyExchange.Finding;
import dev.portico.access.PolicyExchange.Finding.Outcome;
import dev.portico.access.Role;
import dev.portico.access.RoleMember;
import dev.portico.access.internal.text.RbacCondition.NoCounterpart;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads what Red Hat's RBAC plugin keeps, into [RbacRoles]: lines `p, role, permission, action, effect` and
/// `g, member, role`, and conditional policies. Where a role has a permission with a condition, that counts and the
/// line without one does not, as it is there.
public final class RbacImport {

    private static final String ROLE = "roleEntityRef";
    private static final String ACTIONS = "permissionMapping";
    private static final int LONGEST_SAID = 160;

    private final RbacRoles roles;
    private final Map<String, Set<String>> conditional = new TreeMap<>();
    private final Map<String, Set<String>> taken = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Integer, EntityRef> members = new TreeMap<>();

    /// @param taken the names of roles that the draft has already
    public RbacImport(Collection<String> taken) {
        this.roles = new RbacRoles(taken);
    }

    /// Takes both texts in.
    ///
    /// @throws Refusal.InvalidInput where the conditions are no YAML
    public void read(String csv, String conditions) {
        List<Finding> ofConditions = new ArrayList<>();
        for (PlacedYaml document : documents(conditions)) {
            if (!document.value().isNull()) {
                ofConditions.add(conditional(document));
            }
        }
        int line = 0;
        for (String text : csv.lines().toList()) {
            line++;
            if (!text.isBlank() && !text.strip().startsWith("#")) {
                findings.add(line(line, text.strip()));
            }
        }
        findings.addAll(ofConditions);
    }

    /// A refusal says which of the two texts it is about.
    private static List<PlacedYaml> documents(String conditions) {
        try {
            return PlacedYaml.read(conditions);
        } catch (Refusal.InvalidInput wrong) {
            throw new Refusal.InvalidInput(wrong.code(), "Conditional policies (YAML): " + wrong.detail());
        }
    }

    /// The roles that came of it, by name.
    public List<Role> roles() {
        return roles.roles();
    }

    /// The people and groups that came in as members.
    public Set<EntityRef> members() {
        return new LinkedHashSet<>(members.values());
    }

    /// What became of each line and document.
    ///
    /// @param known those of the members that the catalog has; of the others it is said that it has not
    public List<Finding> findings(Set<EntityRef> known) {
        return findings.stream().map(finding -> told(finding, known)).toList();
    }

    private Finding told(Finding finding, Set<EntityRef> known) {
        @Nullable EntityRef member = finding.text() == Finding.Text.CSV ? members.get(finding.line()) : null;
        return member == null || known.contains(member)
                ? finding
                : finding.adding("; the catalog shows you no such " + member.kind() + ", so look for a slip");
    }

    private Finding line(int line, String text) {
        List<String> fields = new ArrayList<>();
        for (String field : text.split(",", -1)) {
            fields.add(unquoted(field.strip()));
        }
        @Nullable String role = null;
        try {
            boolean permission = kind(fields).equals("p");
            int at = permission ? 1 : 2;
            role = fields.size() > at ? role(fields.get(at), "column " + (at + 1) + ": ") : null;
            checkColumns(fields, permission);
            String words = permission
                    ? permission(Objects.requireNonNull(role), fields)
                    : member(Objects.requireNonNull(role), fields, line);
            return new Finding(Finding.Text.CSV, line, said(text), Outcome.TAKEN, role, words);
        } catch (NoCounterpart none) {
            return new Finding(Finding.Text.CSV, line, said(text), none.outcome(), role, none.why());
        }
    }

    /// Whether it is a permission or a member, `p` or `g`.
    private static String kind(List<String> fields) throws NoCounterpart {
        String kind = fields.getFirst();
        if (!kind.equals("p") && !kind.equals("g")) {
            throw new NoCounterpart(
                    Outcome.OPEN,
                    "column 1: a line begins with p, for a permission, or g, for a member; here " + stands(kind));
        }
        return kind;
    }

    private static void checkColumns(List<String> fields, boolean permission) throws NoCounterpart {
        if (fields.size() != (permission ? 5 : 3)) {
            throw new NoCounterpart(
                    Outcome.OPEN,
                    "it has " + fields.size() + " columns; write "
                            + (permission ? "p, role, permission, action, effect" : "g, member, role"));
        }
    }

    private String permission(String role, List<String> fields) throws NoCounterpart {
        String pattern = RbacPermissions.counterpart(fields.get(2), fields.get(3));
        boolean allows = fields.get(4).equals("allow");
        if (!allows && !fields.get(4).equals("deny")) {
            throw new NoCounterpart(
                    Outcome.OPEN, "column 5: the effect is allow or deny; here " + stands(fields.get(4)));
        }
        if (allows && holdsBack(conditional, role, pattern)) {
            if (!holdsBack(taken, role, pattern)) {
                throw new NoCounterpart(
                        Outcome.OPEN,
                        "held back, since the condition of " + pattern
                                + " was not taken: see the conditional policies");
            }
            throw new NoCounterpart(
                    Outcome.COVERED,
                    "the role has " + pattern + " with a condition, which counts in place of this line");
        }
        roles.grant(role, allows ? Grant.allow(pattern) : Grant.deny(pattern, Condition.always()));
        return (allows ? "allow " : "deny ") + pattern + " in the role " + role;
    }

    private static boolean holdsBack(Map<String, Set<String>> patterns, String role, String pattern) {
        return patterns.getOrDefault(role, Set.of()).contains(pattern);
    }

    private String member(String role, List<String> fields, int line) throws NoCounterpart {
        @Nullable EntityRef ref = ref(fields.get(1));
        if (ref == null || !(ref.kind().equals("user") || ref.kind().equals("group"))) {
            throw new NoCounterpart(
                    Outcome.OPEN,
                    "column 2: a member is a user or a group, such as user:default/jane; here "
                            + stands(fields.get(1)));
        }
        RoleMember.Kind kind = ref.kind().equals("user") ? RoleMember.Kind.USER : RoleMember.Kind.GROUP;
        roles.member(role, new RoleMember(kind, ref.toString(), null));
        members.put(line, ref);
        return ref + " is a member of the role " + role;
    }

    private Finding conditional(PlacedYaml document) {
        JsonNode json = document.value();
        String said = said(
                json.path(ROLE).asString("") + " " + json.path("resourceType").asString("") + " " + json.path(ACTIONS));
        @Nullable String role = null;
        try {
            role = role(json.path(ROLE).asString(""), "");
            int line = document.place("").line();
            return new Finding(Finding.Text.CONDITIONS, line, said, Outcome.TAKEN, role, conditions(role, json));
        } catch (NoCounterpart none) {
            String pointer = role == null ? "/" + ROLE : none.pointer();
            PlacedYaml.Place place = document.place(pointer);
            String words = "column " + place.column() + ": " + none.why();
            return new Finding(Finding.Text.CONDITIONS, place.line(), said, none.outcome(), role, words);
        }
    }

    private String conditions(String role, JsonNode json) throws NoCounterpart {
        List<String> patterns = patterns(role, json);
        String result = json.path("result").asString("");
        if (!result.equals("CONDITIONAL")) {
            throw new NoCounterpart(
                            Outcome.OPEN, "a conditional policy has result: CONDITIONAL; here " + stands(result))
                    .at("/result");
        }
        Condition condition = RbacCondition.read(json.path("conditions"), "/conditions");
        patterns.forEach(pattern -> roles.grant(role, Grant.allow(pattern, condition)));
        taken.computeIfAbsent(role, any -> new LinkedHashSet<>()).addAll(patterns);
        return "allow " + String.join(", ", patterns) + " where " + condition.words() + " in the role " + role;
    }

    /// The permissions of a conditional policy. Also where it cannot be taken, its role has none of them without a
    /// condition.
    private List<String> patterns(String role, JsonNode json) throws NoCounterpart {
        List<String> patterns = new ArrayList<>();
        @Nullable NoCounterpart first = null;
        int at = 0;
        for (JsonNode action : json.path(ACTIONS)) {
            try {
                String pattern =
                        RbacPermissions.counterpart(json.path("resourceType").asString(""), action.asString(""));
                patterns.add(pattern);
                conditional.computeIfAbsent(role, any -> new LinkedHashSet<>()).add(pattern);
            } catch (NoCounterpart none) {
                first = first == null ? none.at("/" + ACTIONS + "/" + at) : first;
            }
            at++;
        }
        if (first != null) {
            throw first;
        }
        if (patterns.isEmpty()) {
            throw new NoCounterpart(Outcome.OPEN, "it names no action; write permissionMapping: and a list, as [read]")
                    .at("/" + ACTIONS);
        }
        return patterns;
    }

    /// @param place where it stands, in words
    private String role(String text, String place) throws NoCounterpart {
        @Nullable EntityRef ref = ref(text);
        if (ref != null && (ref.kind().equals("user") || ref.kind().equals("group"))) {
            throw new NoCounterpart(
                    place + "permissions are given to roles alone; make a role of it with " + ref + " as its member");
        }
        if (ref == null || !ref.kind().equals("role")) {
            throw new NoCounterpart(
                    Outcome.OPEN, place + "a role is named like role:default/name; here " + stands(text));
        }
        return roles.name(ref);
    }

    private static @Nullable EntityRef ref(String text) {
        try {
            return text.indexOf(':') < 0 ? null : EntityRef.parse(text);
        } catch (Refusal.InvalidInput none) {
            return null;
        }
    }

    private static String stands(String text) {
        return text.isEmpty() ? "stands nothing" : "stands \"" + said(text) + "\"";
    }

    private static String unquoted(String field) {
        boolean quoted = field.length() > 1 && field.startsWith("\"") && field.endsWith("\"");
        return quoted ? field.substring(1, field.length() - 1) : field;
    }

    private static String said(String text) {
        return text.length() <= LONGEST_SAID ? text : text.substring(0, LONGEST_SAID) + "…";
    }
}
