package dev.portico.catalog.ui;

import com.vaadin.flow.router.QueryParameters;
import dev.portico.catalog.GraphQuery;
import dev.portico.catalog.GraphQuery.Direction;
import dev.portico.catalog.GraphQuery.RollUp;
import dev.portico.catalog.RelationType;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Refusal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What the graph shows, as its address says it: `?root=component:default/fares&depth=3&direction=in&kinds=api`, and
/// likewise `relations=dependsOn,consumesApi`, `rollup=system`, `view=tree` and `picked=REF`.
///
/// @param root      where the walk begins; null where nothing is chosen yet
/// @param depth     how many relations to follow, or [GraphQuery#UNLIMITED], which reads `all`
/// @param kinds     kinds in lower case; empty for all
/// @param relations relations to follow; empty for the usual ones
/// @param direction which way
/// @param rollUp    what entities are gathered into
/// @param form      how it is shown
/// @param picked    what the side card is about; null for the root
record GraphAddress(
        @Nullable EntityRef root,
        int depth,
        Set<String> kinds,
        Set<RelationType> relations,
        Direction direction,
        RollUp rollUp,
        GraphForm form,
        @Nullable EntityRef picked) {

    /// Where the graph lives.
    static final String PATH = "graph";

    static final int USUAL_DEPTH = 2;

    static final GraphAddress NONE =
            new GraphAddress(null, USUAL_DEPTH, Set.of(), Set.of(), Direction.BOTH, RollUp.NONE, GraphForm.USUAL, null);

    /// The graph around an entity.
    static GraphAddress around(EntityRef root) {
        return NONE.withRoot(root);
    }

    /// Reads an address; what it does not know, it leaves out.
    static GraphAddress of(QueryParameters address) {
        return new GraphAddress(
                ref(address, "root"),
                depth(address.getSingleParameter("depth").orElse("")),
                kinds(values(address, "kinds")),
                relations(values(address, "relations")),
                one(Direction.class, address, "direction").orElse(Direction.BOTH),
                one(RollUp.class, address, "rollup").orElse(RollUp.NONE),
                one(GraphForm.class, address, "view").orElse(GraphForm.USUAL),
                ref(address, "picked"));
    }

    /// The address that shows this, relative to the portal's root.
    String address() {
        String query = parameters().getQueryString();
        return query.isEmpty() ? PATH : PATH + '?' + query;
    }

    QueryParameters parameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        put(parameters, "root", root == null ? "" : root.toString());
        String depths = depth == GraphQuery.UNLIMITED ? "all" : Integer.toString(depth);
        put(parameters, "depth", depth == USUAL_DEPTH ? "" : depths);
        put(parameters, "kinds", String.join(",", new TreeSet<>(kinds)));
        put(
                parameters,
                "relations",
                String.join(
                        ",",
                        relations.stream().map(RelationType::forward).sorted().toList()));
        put(parameters, "direction", direction == Direction.BOTH ? "" : lower(direction));
        put(parameters, "rollup", rollUp == RollUp.NONE ? "" : lower(rollUp));
        put(parameters, "view", form == GraphForm.USUAL ? "" : lower(form));
        put(parameters, "picked", picked == null ? "" : picked.toString());
        return new QueryParameters(parameters);
    }

    /// The form that it takes; a phone has no room for a drawing that can be read.
    ///
    /// @param narrow whether it is shown on a phone
    GraphForm form(boolean narrow) {
        return form == GraphForm.USUAL ? (narrow ? GraphForm.TREE : GraphForm.GRAPH) : form;
    }

    /// What to ask for, where a root is chosen.
    Optional<GraphQuery> query() {
        return Optional.ofNullable(root).map(from -> new GraphQuery(from, depth, kinds, relations, direction, rollUp));
    }

    GraphAddress withRoot(@Nullable EntityRef newRoot) {
        return new GraphAddress(newRoot, depth, kinds, relations, direction, rollUp, form, null);
    }

    GraphAddress withDepth(int newDepth) {
        return new GraphAddress(root, newDepth, kinds, relations, direction, rollUp, form, picked);
    }

    GraphAddress withKinds(Set<String> newKinds) {
        return new GraphAddress(root, depth, newKinds, relations, direction, rollUp, form, picked);
    }

    GraphAddress withRelations(Set<RelationType> newRelations) {
        return new GraphAddress(root, depth, kinds, newRelations, direction, rollUp, form, picked);
    }

    GraphAddress withDirection(Direction newDirection) {
        return new GraphAddress(root, depth, kinds, relations, newDirection, rollUp, form, picked);
    }

    GraphAddress withRollUp(RollUp newRollUp) {
        return new GraphAddress(root, depth, kinds, relations, direction, newRollUp, form, null);
    }

    GraphAddress as(GraphForm newForm) {
        return new GraphAddress(root, depth, kinds, relations, direction, rollUp, newForm, picked);
    }

    GraphAddress withPicked(@Nullable EntityRef newPicked) {
        return new GraphAddress(root, depth, kinds, relations, direction, rollUp, form, newPicked);
    }

    /// The same entity with everything that depends on it.
    GraphAddress blastRadius() {
        return NONE.withRoot(root).withDirection(Direction.IN).withDepth(GraphQuery.UNLIMITED);
    }

    private static int depth(String words) {
        if (words.equals("all")) {
            return GraphQuery.UNLIMITED;
        }
        boolean digit = words.length() == 1 && words.charAt(0) >= '1' && words.charAt(0) <= '6';
        return digit ? words.charAt(0) - '0' : USUAL_DEPTH;
    }

    private static Set<String> kinds(List<String> words) {
        Set<String> kinds = new TreeSet<>();
        words.forEach(word -> kinds.add(word.toLowerCase(Locale.ROOT)));
        return kinds;
    }

    private static Set<RelationType> relations(List<String> words) {
        Set<RelationType> relations = EnumSet.noneOf(RelationType.class);
        for (RelationType type : RelationType.values()) {
            if (words.contains(type.forward())) {
                relations.add(type);
            }
        }
        return relations;
    }

    private static List<String> values(QueryParameters address, String name) {
        return address.getParameters(name).stream()
                .flatMap(words -> Arrays.stream(words.split(",", -1)))
                .filter(word -> !word.isBlank())
                .toList();
    }

    private static @Nullable EntityRef ref(QueryParameters address, String name) {
        String words = address.getSingleParameter(name).orElse("");
        try {
            return words.isBlank() ? null : EntityRef.parse(words.strip());
        } catch (Refusal.InvalidInput unreadable) {
            return null;
        }
    }

    private static <E extends Enum<E>> Optional<E> one(Class<E> type, QueryParameters address, String name) {
        String words = address.getSingleParameter(name).orElse("");
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equalsIgnoreCase(words))
                .findFirst();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static void put(Map<String, List<String>> parameters, String name, String value) {
        if (!value.isEmpty()) {
            parameters.put(name, List.of(value));
        }
    }
}
