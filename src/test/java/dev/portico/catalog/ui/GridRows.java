package dev.portico.catalog.ui;

import dev.portico.kernel.EntityRef;

/// The rows of the list as its page knows them.
final class GridRows {

    private GridRows() {}

    /// The key under which the browser was told of an entity.
    static String key(EntityGrid grid, String name) {
        EntityRef row = grid.getGenericDataView()
                .getItems()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        return grid.getDataCommunicator().getKeyMapper().key(row);
    }
}
