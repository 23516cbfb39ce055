package dev.portico.specification;

import java.util.ArrayList;
import java.util.List;

/// Invents values of `filter`, and terms of full text, that occur.
record RandomFilters(Vocabulary vocabulary, Chance chance) {

    /// Up to three fields for a full text to look at.
    List<String> textFields() {
        List<String> usual = List.of("metadata.name", "metadata.title", "metadata.description", "kind", "spec.type");
        return chance.some(3, chance.of(0.7) ? usual : vocabulary.keys()).stream()
                .distinct()
                .toList();
    }

    /// A piece of a value of one of the fields.
    String term(List<String> fields) {
        String value = vocabulary.value(fields.isEmpty() ? "metadata.name" : chance.one(fields), chance);
        int from = value.offsetByCodePoints(0, chance.below(1 + Math.min(4, value.codePointCount(0, value.length()))));
        String term = value.substring(from);
        int end = term.offsetByCodePoints(
                0, Math.min(term.codePointCount(0, term.length()), 1 + chance.below(chance.of(0.6) ? 3 : 9)));
        term = term.substring(0, end);
        return term.contains("%") || term.contains("_") || term.contains("\\") ? "ti" : term;
    }

    /// No value of `filter`, or one or two.
    ///
    /// @param probability that there is any
    List<String> some(double probability) {
        List<String> filters = new ArrayList<>();
        for (int i = chance.of(probability) ? 1 + chance.below(2) : 0; i > 0; i--) {
            filters.add(filter());
        }
        return filters;
    }

    /// One to three statements about one entity, some of its keys with a second value.
    private String filter() {
        FlatEntity entity = chance.one(vocabulary.entities());
        List<String> statements = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (int i = 1 + chance.below(3); i > 0; i--) {
            String key = vocabulary.key(entity, chance);
            if (!keys.contains(key)) {
                keys.add(key);
                String written = chance.otherCase(key);
                String value = entity.first(key);
                if (value == null || value.contains(",") || chance.of(0.2)) {
                    statements.add(written);
                } else {
                    statements.add(written + "=" + chance.otherCase(value));
                    if (chance.of(0.2)) {
                        statements.add(
                                written + "=" + vocabulary.value(key, chance).replace(",", ""));
                    }
                }
            }
        }
        return String.join(chance.one(",", ", "), statements);
    }
}
