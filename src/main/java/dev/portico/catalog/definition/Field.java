package dev.portico.catalog.definition;

import java.util.List;

/// A parameter, a property, an argument or a value.
///
/// @param name     may be empty where only the type counts
/// @param type     such as `string (date)` or `Fare[]`
/// @param required whether it has to be there
/// @param note     sentences about it; may be empty
/// @param fields   what it consists of
public record Field(String name, String type, boolean required, String note, List<Field> fields) {

    public Field {
        fields = List.copyOf(fields);
    }

    /// A field that consists of nothing further.
    static Field plain(String name, String type, boolean required, String note) {
        return new Field(name, type, required, note, List.of());
    }
}
