package dev.portico.specification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.specification.Condition.All;
import dev.portico.specification.Condition.Any;
import dev.portico.specification.Condition.LabelHas;
import dev.portico.specification.Condition.Not;
import dev.portico.specification.Condition.OwnerIn;
import dev.portico.specification.Condition.OwnerIsMine;
import dev.portico.specification.Condition.SpaceIs;
import dev.portico.specification.Condition.SpecEquals;
import dev.portico.specification.Condition.TagHas;
import dev.portico.specification.Policy.Grant;
import dev.portico.specification.Policy.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The oracle against a company of three groups, with expectations made by hand.
final class RightsOracleTest {

    private static final String READ = "catalog.entity.read";
    private static final String BO = "user:default/bo";
    private static final Condition ALWAYS = new All(List.of());

    /// `fares` is below `ticketing`; bo is in `fares`, which only the group says.
    private static final List<JsonNode> ENTITIES = Stitched.entities(
            3,
            List.of(
                    entity("Group", "ticketing", "{'type':'division','children':['fares']}"),
                    entity("Group", "fares", "{'type':'team','children':[],'members':['bo']}"),
                    entity("Group", "yard", "{'type':'team','children':[]}"),
                    entity("User", "bo", "{'memberOf':[]}"),
                    entity("Component", "quote", "{'type':'service','owner':'fares','replicas':3}"),
                    entity("Component", "desk", "{'type':'website','owner':'ticketing'}"),
                    entity("Component", "crane", "{'type':'service','owner':'yard'}"),
                    entity("Component", "diary", "{'type':'service','owner':'user:bo'}"),
                    entity("Component", "orphan", "{'type':'service','owner':'gone'}")));

    @Test
    void a_reader_has_the_groups_above_the_readers_groups() {
        assertThat(oracle().identities(BO)).containsExactly(BO, "group:default/fares", "group:default/ticketing");
        assertThat(oracle().identities("user:default/nobody")).containsExactly("user:default/nobody");
    }

    @Test
    void mine_is_what_i_own_or_one_of_my_groups_owns() {
        assertThat(matching(new OwnerIsMine())).containsExactly("desk", "diary", "quote");
        assertThat(matching(new OwnerIn(Set.of("group:default/ticketing")))).containsExactly("desk");
    }

    @Test
    void trees_of_conditions_mean_what_they_say() {
        assertThat(matching(new All(List.of()))).hasSize(ENTITIES.size());
        assertThat(matching(new Any(List.of()))).isEmpty();
        assertThat(matching(new All(List.of(new OwnerIsMine(), new Not(new SpecEquals("type", "service"))))))
                .containsExactly("desk");
        assertThat(matching(new Any(List.of(new SpecEquals("replicas", "3"), new SpecEquals("owner", "gone")))))
                .containsExactly("orphan", "quote");
    }

    @Test
    void labels_and_tags_hold_where_they_are() {
        assertThat(matching(new LabelHas("tier", Set.of()))).hasSize(ENTITIES.size());
        assertThat(matching(new LabelHas("tier", Set.of("1", "2")))).hasSize(ENTITIES.size());
        assertThat(matching(new LabelHas("tier", Set.of("2")))).isEmpty();
        assertThat(matching(new LabelHas("other", Set.of()))).isEmpty();
        assertThat(matching(new TagHas("rail"))).hasSize(ENTITIES.size());
        assertThat(matching(new TagHas("rai"))).isEmpty();
    }

    @Test
    void a_space_holds_what_its_groups_and_those_below_own() {
        assertThat(matching(new SpaceIs("tickets"))).containsExactly("desk", "quote");
        assertThat(matching(new SpaceIs("none"))).isEmpty();
    }

    @Test
    void nothing_is_seen_without_a_grant() {
        assertThat(visible()).isEmpty();
        assertThat(visible(role("", Set.of("user:default/eve"), new Grant(READ, true, ALWAYS))))
                .isEmpty();
        assertThat(visible(role("", Set.of(BO), new Grant("catalog.entity.delete", true, ALWAYS))))
                .isEmpty();
    }

    @Test
    void grants_add_up_and_a_denial_beats_them_all() {
        Grant mine = new Grant("catalog.*", true, new OwnerIsMine());
        Grant services = new Grant(READ, true, new SpecEquals("type", "service"));
        Grant notTheYard = new Grant("*", false, new OwnerIn(Set.of("group:default/yard")));

        assertThat(visible(role("", Set.of("group:default/ticketing"), mine)))
                .containsExactly("desk", "diary", "quote");
        assertThat(visible(role("", Set.of(BO), mine), role("", Set.of(Policy.EVERYONE), services)))
                .containsExactly("crane", "desk", "diary", "orphan", "quote");
        assertThat(visible(role("", Set.of(Policy.EVERYONE), notTheYard), role("", Set.of(BO), mine, services)))
                .containsExactly("desk", "diary", "orphan", "quote");
        assertThat(visible(role("", Set.of(BO), new Grant(READ, true, ALWAYS), new Grant(READ, false, ALWAYS))))
                .isEmpty();
    }

    @Test
    void a_role_of_a_space_ends_where_the_space_does() {
        assertThat(visible(role("tickets", Set.of(BO), new Grant(READ, true, ALWAYS))))
                .containsExactly("desk", "quote");
        assertThat(visible(
                        role("", Set.of(BO), new Grant(READ, true, new SpecEquals("type", "service"))),
                        role("tickets", Set.of(BO), new Grant(READ, false, ALWAYS))))
                .containsExactly("crane", "diary", "orphan");
    }

    @Test
    void random_rights_show_some_readers_something_and_hide_something() {
        List<JsonNode> entities = Stitched.entities(5, RandomEntities.descriptors(5, 200));
        int none = 0;
        int all = 0;
        for (int seed = 0; seed < 60; seed++) {
            RandomRights random = new RandomRights(seed, entities);
            RightsOracle oracle = new RightsOracle(entities, random.policy());
            int seen = oracle.visible(random.readers(1).getFirst(), READ).size();
            none += seen == 0 ? 1 : 0;
            all += seen == entities.size() ? 1 : 0;
        }
        assertThat(none + all).isLessThan(40);
    }

    @Test
    void a_run_over_what_a_reader_may_see_hears_of_a_leak() {
        List<JsonNode> entities = Stitched.entities(5, RandomEntities.descriptors(5, 80));
        CatalogModel all = new CatalogModel(entities, LongValues.UNSEEN);
        Policy policy = new Policy(
                List.of(role(
                        "",
                        Set.of(Policy.EVERYONE),
                        new Grant(READ, true, new Not(new Condition.KindIn(Set.of("api")))))),
                Map.of());
        CatalogModel seen = new RightsOracle(entities, policy).seenBy(BO, READ, LongValues.UNSEEN);
        ModelRun run = new ModelRun(seen, all, 5);

        assertThat(run.ask(seen, 100).differences()).isEmpty();
        assertThat(run.ask(all, 100).differences())
                .anySatisfy(leak -> assertThat(leak.actual()).contains("api"));
    }

    private static List<String> matching(Condition condition) {
        return names(oracle().matching(BO, condition));
    }

    private static List<String> visible(Role... roles) {
        return names(oracle(roles).visible(BO, READ));
    }

    private static List<String> names(Set<String> refs) {
        return refs.stream().map(ref -> ref.substring(ref.indexOf('/') + 1)).toList();
    }

    private static RightsOracle oracle(Role... roles) {
        return new RightsOracle(
                ENTITIES, new Policy(List.of(roles), Map.of("tickets", Set.of("group:default/ticketing"))));
    }

    private static Role role(String space, Set<String> members, Grant... grants) {
        return new Role("role", members, space, List.of(grants));
    }

    private static JsonNode entity(String kind, String name, String spec) {
        return Json.parse("{'kind':'%s','metadata':{'name':'%s','tags':['rail'],'labels':{'tier':'1'}},'spec':%s}"
                .formatted(kind, name, spec)
                .replace('\'', '"'));
    }
}
