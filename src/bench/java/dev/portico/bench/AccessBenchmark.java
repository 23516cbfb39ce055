package dev.portico.bench;

import dev.portico.access.Access;
import dev.portico.access.Condition;
import dev.portico.access.Grant;
import dev.portico.access.Permission;
import dev.portico.access.Permissions;
import dev.portico.access.Policies;
import dev.portico.access.PolicySummary;
import dev.portico.access.Role;
import dev.portico.access.RoleMember;
import dev.portico.access.Rule;
import dev.portico.catalog.Catalog;
import dev.portico.catalog.CatalogQuery;
import dev.portico.catalog.SourceRun;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Thing;
import dev.portico.search.Search;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/// How long decisions take, how long publishing does, and what conditions cost a list: in this process, by the front
/// doors, one thread.
final class AccessBenchmark {

    private static final int ROLES = 200;
    private static final int GRANTS_EACH = 5;
    private static final int MANY_ROLES = 1_000;
    private static final int WARM_UP = 200_000;
    private static final int DECISIONS = 100_000;
    private static final int WARM_UP_LISTS = 10_000;
    private static final int LISTS = 10_000;
    private static final int PUBLICATIONS = 11;
    private static final EntityRef GROUP = EntityRef.parse("group:default/bench");
    private static final Reader ADMIN = Reader.system("bench");

    private final EmptyPortal portal;
    private final Policies policies;
    private final Access access;
    private final Permission read;
    private final Measures measures = new Measures();
    private final Random random = new Random(42);

    private AccessBenchmark(EmptyPortal portal) {
        this.portal = portal;
        this.policies = portal.door(Policies.class);
        this.access = portal.door(Access.class);
        this.read = portal.door(Permissions.class).named("catalog.entity.read").orElseThrow();
    }

    /// @param application the class that starts the portal
    /// @param entities    how many entities to make
    static Measures run(Class<?> application, int entities) throws IOException {
        try (EmptyPortal portal = EmptyPortal.start(application)) {
            new MadeCompany(entities).write(portal.folder());
            SourceRun run = portal.register("made");
            Expectation.check(run.created() == entities, "every entity is created", run);
            Search search = portal.door(Search.class);
            Expectation.check(search.follow(Duration.ofMinutes(5)), "the index follows", search.state());
            return new AccessBenchmark(portal).measure();
        }
    }

    private Measures measure() {
        lists();
        publish(roles(ROLES));
        decisions("decision, 10 of 200 roles held", reader(10));
        decisions("decision, all 200 roles held", reader(ROLES));
        new SimulatorBenchmark(portal, measures).measure();
        publications();
        return measures;
    }

    /// A thing that no condition of the made roles but the last holds for, so that all are looked at.
    private void decisions(String name, Reader reader) {
        Thing thing = new Made();
        boolean allowed = false;
        for (int number = 0; number < WARM_UP; number++) {
            allowed = access.decide(reader, read, thing).allowed();
        }
        double[] micros = new double[DECISIONS];
        double cpu = portal.cpuMillis();
        for (int number = 0; number < DECISIONS; number++) {
            long began = System.nanoTime();
            boolean now = access.decide(reader, read, thing).allowed();
            micros[number] = (System.nanoTime() - began) / 1e3;
            Expectation.check(now == allowed, "a decision stays the same", now);
        }
        double each = (portal.cpuMillis() - cpu) / DECISIONS;
        double[] sorted = micros.clone();
        Arrays.sort(sorted);
        measures.add(name, sorted[sorted.length / 2], "µs", micros, each);
    }

    private void publications() {
        double[] millis = new double[PUBLICATIONS];
        double cpu = portal.cpuMillis();
        PolicySummary next = draft(roles(MANY_ROLES));
        int before = policies.inForce(ADMIN).number();
        for (int number = 0; number < PUBLICATIONS; number++) {
            int now = policies.inForce(ADMIN).number();
            PolicySummary wanted = number % 2 == 0
                    ? policies.policy(ADMIN, next.number()).summary()
                    : policies.policy(ADMIN, before).summary();
            long began = System.nanoTime();
            policies.publish(ADMIN, wanted.number(), wanted.version(), now);
            access.decide(ADMIN, read);
            millis[number] = (System.nanoTime() - began) / 1e6;
        }
        measures.add(
                "publish of 1,000 roles, the slowest",
                Arrays.stream(millis).max().orElseThrow(),
                "ms",
                millis,
                (portal.cpuMillis() - cpu) / PUBLICATIONS);
    }

    /// The same list by a reader who reads all, and by one who reads by conditions that hold for nearly all of it; in
    /// turns, so that what else the machine does is the same for both.
    private void lists() {
        PolicySummary draft = policies.draft(ADMIN, null, "Conditions for lists");
        List<Grant> grants = List.of(
                Grant.allow("catalog.entity.read", new Rule.OwnerIsMine()),
                Grant.allow(
                        "catalog.entity.read",
                        new Condition.AllOf(List.of(
                                new Rule.LabelHas("portico.dev/visibility", Set.of("public")),
                                new Condition.Not(new Rule.TagHas("hidden"))))),
                Grant.allow("catalog.*", new Rule.KindIn(Set.of("group", "user", "domain", "system"))),
                Grant.deny("catalog.entity.read", new Rule.NamespaceIn(Set.of("secret"))));
        Role role = new Role("bench-conditions", "For the benchmark.", Set.of(), null, List.of(), grants);
        PolicySummary changed = policies.put(ADMIN, draft.number(), draft.version(), role);
        policies.publish(
                ADMIN,
                draft.number(),
                changed.version(),
                policies.inForce(ADMIN).number());
        Reader all = new Reader("account:all", UUID.randomUUID(), "All", null, Set.of(), Set.of("engineer"), null);
        Reader some = new Reader(
                "account:some", UUID.randomUUID(), "Some", null, Set.of(GROUP), Set.of("bench-conditions"), null);
        double[] without = new double[LISTS];
        double[] with = new double[LISTS];
        double[] cpuWithout = new double[LISTS];
        double[] cpuWith = new double[LISTS];
        Catalog catalog = portal.door(Catalog.class);
        for (int number = -WARM_UP_LISTS; number < LISTS; number++) {
            int place = Math.max(0, number);
            double began = cpuMicros();
            without[place] = list(catalog, all, number);
            double between = cpuMicros();
            with[place] = list(catalog, some, number);
            cpuWithout[place] = between - began;
            cpuWith[place] = cpuMicros() - between;
        }
        measures.add("catalog list without conditions", median(without), "µs", without, median(cpuWithout) / 1e3);
        measures.add("catalog list with conditions", median(with), "µs", with, median(cpuWith) / 1e3);
        measures.add("conditions cost a list", 100 * (median(with) / median(without) - 1), "%", null);
        measures.add("conditions cost a list, CPU time", 100 * (median(cpuWith) / median(cpuWithout) - 1), "%", null);
    }

    /// The CPU time of this thread so far.
    private static double cpuMicros() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e3;
    }

    private static double list(Catalog catalog, Reader reader, int number) {
        CatalogQuery query =
                new CatalogQuery("", Map.of(), CatalogQuery.Order.NAME, false, 20 * Math.floorMod(number, 10), 20);
        long began = System.nanoTime();
        int rows = catalog.find(query, reader).items().size();
        double micros = (System.nanoTime() - began) / 1e3;
        Expectation.check(rows == 20, "a list has twenty rows", rows);
        return micros;
    }

    private void publish(List<Role> roles) {
        PolicySummary draft = draft(roles);
        policies.publish(
                ADMIN, draft.number(), draft.version(), policies.inForce(ADMIN).number());
    }

    private PolicySummary draft(List<Role> made) {
        PolicySummary draft = policies.draft(ADMIN, null, "For the benchmark");
        List<Role> all = new ArrayList<>(policies.policy(ADMIN, 1).roles());
        all.addAll(made);
        return policies.replace(ADMIN, draft.number(), draft.version(), all);
    }

    private List<Role> roles(int count) {
        List<Role> roles = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            List<Grant> grants = new ArrayList<>();
            for (int line = 0; line < GRANTS_EACH; line++) {
                grants.add(grant(number, line));
            }
            List<RoleMember> members = List.of(
                    new RoleMember(RoleMember.Kind.GROUP, "group:default/team-" + number, null),
                    new RoleMember(RoleMember.Kind.USER, "user:default/person-" + number, null));
            roles.add(new Role("bench-" + number, "Made.", Set.of(), null, members, grants));
        }
        return roles;
    }

    /// Every role has one grant on what is asked for, under a condition of its own that does not hold, and others.
    private Grant grant(int role, int line) {
        return switch (line) {
            case 0 ->
                Grant.allow(
                        "catalog.entity.*",
                        new Condition.AllOf(List.of(
                                new Rule.LabelHas("team", Set.of("team-" + role)),
                                new Rule.KindIn(Set.of("component", "api")))));
            case 1 -> Grant.allow("catalog.entity.refresh", new Rule.OwnerIsMine());
            case 2 -> Grant.deny("catalog.entity.delete", new Rule.TagHas("tag-" + random.nextInt(50)));
            case 3 -> Grant.allow("quality.*", new Rule.NamespaceIn(Set.of("team-" + role)));
            default -> Grant.allow("registry.*", new Rule.SpecEquals("system", "system-" + role));
        };
    }

    private static Reader reader(int roles) {
        Set<EntityRef> groups = new java.util.HashSet<>(Set.of(GROUP));
        for (int number = 0; number < roles; number++) {
            groups.add(EntityRef.parse("group:default/team-" + number));
        }
        return new Reader(
                "account:jane",
                UUID.randomUUID(),
                "Jane",
                EntityRef.parse("user:default/jane"),
                groups,
                Set.of(),
                null);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private record Made() implements Thing {
        @Override
        public String type() {
            return "catalog-entity";
        }

        @Override
        public String id() {
            return "component:default/made";
        }

        @Override
        public Collection<String> values(String path) {
            return switch (path) {
                case Rule.KIND -> List.of("Component");
                case Rule.OWNERS -> List.of("group:default/none");
                default -> List.of();
            };
        }
    }
}
