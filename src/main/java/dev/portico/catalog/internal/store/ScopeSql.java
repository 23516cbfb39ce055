package dev.portico.catalog.internal.store;

import dev.portico.access.Condition;
import dev.portico.access.Scope;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A scope as a condition on rows of `catalog_entity e`, with the parameters in the order of their marks.
///
/// Says the same of a row as [Condition#holds] says of the entity; a test compares the two.
record ScopeSql(String condition, List<Object> parameters) {

    static ScopeSql of(Scope scope, Reader reader) {
        return switch (scope) {
            case Scope.All all -> new ScopeSql("true", List.of());
            case Scope.None none -> new ScopeSql("false", List.of());
            case Scope.Where where -> {
                List<Object> parameters = new ArrayList<>();
                yield new ScopeSql(condition(where.condition(), reader, parameters), parameters);
            }
        };
    }

    private static String condition(Condition condition, Reader reader, List<Object> parameters) {
        return switch (condition) {
            case Condition.AllOf all -> joined(all.parts(), " and ", "true", reader, parameters);
            case Condition.AnyOf any -> joined(any.parts(), " or ", "false", reader, parameters);
            case Condition.Not not -> "not " + condition(not.part(), reader, parameters);
            case Condition.OwnerIsMine mine -> {
                parameters.add(Stream.concat(reader.userEntity().stream(), reader.groups().stream())
                        .map(EntityRef::toString)
                        .toArray(String[]::new));
                yield "coalesce(e.owner = any(?), false)";
            }
            case Condition.LabelHas label -> {
                parameters.add(label.label() + "=" + label.value());
                yield "(? = any(e.labels))";
            }
        };
    }

    private static String joined(
            List<Condition> parts, String word, String none, Reader reader, List<Object> parameters) {
        if (parts.isEmpty()) {
            return none;
        }
        return parts.stream()
                .map(part -> condition(part, reader, parameters))
                .collect(Collectors.joining(word, "(", ")"));
    }
}
