package dev.portico.catalog.definition;

import java.util.List;

/// A part of what an item says, such as its parameters or an answer.
///
/// @param title   such as `Parameters` or `200 application/json`
/// @param note    sentences about it; may be empty
/// @param fields  what it consists of
/// @param example an example as text; empty for none
public record Part(String title, String note, List<Field> fields, String example) {

    public Part {
        fields = List.copyOf(fields);
    }

    /// A part of words alone.
    static Part note(String title, String note) {
        return new Part(title, note, List.of(), "");
    }

    /// A part of fields alone.
    static Part fields(String title, List<Field> fields) {
        return new Part(title, "", fields, "");
    }
}
