package dev.portico.catalog;

import java.util.List;

/// A part of an entity's history.
///
/// @param items newest first
/// @param total how many revisions there are in all
public record RevisionPage(List<Revision> items, long total) {

    public RevisionPage {
        items = List.copyOf(items);
    }
}
