package dev.portico.catalog.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.QueryParameters;
import dev.portico.access.Readers;
import dev.portico.catalog.Catalog;
import dev.portico.catalog.Entity;
import dev.portico.look.SegmentLinks;

/// The relations of an entity, as lists or as a tree that goes on to the relations of each end.
final class RelationsPanel extends Div {

    private static final String TREE = "tree";

    RelationsPanel(Entity entity, QueryParameters asked, Catalog catalog, Readers readers) {
        addClassName("cards");
        boolean tree = asked.getSingleParameter("form").filter(TREE::equals).isPresent();
        if (!entity.relations().isEmpty()) {
            String address = EntityTab.RELATIONS.address(entity.summary().ref());
            String graph = GraphAddress.around(entity.summary().ref()).address();
            add(new SegmentLinks("How relations are shown")
                    .form("Lists", address, !tree)
                    .form("Tree", address + "?form=" + TREE, tree)
                    .form("Graph", graph, false));
        }
        add(
                tree && !entity.relations().isEmpty()
                        ? new RelationTree(entity, catalog, readers)
                        : new RelationLists(entity.relations()));
    }
}
