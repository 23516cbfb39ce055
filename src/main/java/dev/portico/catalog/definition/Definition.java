package dev.portico.catalog.definition;

import java.util.List;
import java.util.Optional;

/// An API as its definition describes it.
///
/// @param format      what it is written in, such as `OpenAPI 3.1.0`
/// @param title       what it calls itself; may be empty
/// @param version     the version it states; may be empty
/// @param description what it says about itself; may be empty
/// @param servers     where it can be reached, as `address` or `address, what for`
/// @param sections    what it offers, in groups
public record Definition(
        String format, String title, String version, String description, List<String> servers, List<Section> sections) {

    public Definition {
        servers = List.copyOf(servers);
        sections = List.copyOf(sections);
    }

    /// How many items there are in all.
    public int size() {
        return sections.stream().mapToInt(section -> section.items().size()).sum();
    }

    /// The item of that id.
    public Optional<Item> item(String id) {
        return sections.stream()
                .flatMap(section -> section.items().stream())
                .filter(item -> item.id().equals(id))
                .findFirst();
    }

    /// A group of items.
    ///
    /// @param title       such as a tag, or Queries
    /// @param description may be empty
    public record Section(String title, String description, List<Item> items) {
        public Section {
            items = List.copyOf(items);
        }
    }
}
