package dev.portico.catalog.internal.descriptor;

import java.util.Locale;

/// Reports a text that does not have its form, and suggests one that has.
final class FormatAdvice {

    private FormatAdvice() {}

    static void report(Findings findings, long place, String field, String value, String allowed) {
        findings.error(
                Stage.POLICY,
                place,
                field,
                "The value of " + field + " does not have the right form: \"" + Excerpt.of(value) + "\".",
                Excerpt.of(value),
                allowed,
                remedy(field, value));
    }

    private static String remedy(String field, String value) {
        if (value.isEmpty()) {
            return "Fill it, or remove it.";
        }
        if (value.contains("{{") || value.contains("{%")) {
            return "This is a template's placeholder: leave the file out of the catalog, or fill it in.";
        }
        boolean lower = field.startsWith("metadata.tags") || field.equals("metadata.namespace");
        String suggestion = suggest(value, lower);
        return suggestion.isEmpty() || suggestion.equals(value)
                ? "Use only what is allowed there."
                : "Write " + suggestion + ", for example.";
    }

    private static String suggest(String value, boolean lower) {
        String text = lower ? value.toLowerCase(Locale.ROOT) : value;
        StringBuilder suggestion = new StringBuilder();
        for (int at = 0; at < text.length() && suggestion.length() < 63; at++) {
            char c = text.charAt(at);
            boolean letter = c < 128 && Character.isLetterOrDigit(c);
            boolean joint = !lower && (c == '.' || c == '_');
            if (letter || (joint && !suggestion.isEmpty())) {
                suggestion.append(c);
            } else if (!suggestion.isEmpty() && suggestion.charAt(suggestion.length() - 1) != '-') {
                suggestion.append('-');
            }
        }
        while (!suggestion.isEmpty() && !Character.isLetterOrDigit(suggestion.charAt(suggestion.length() - 1))) {
            suggestion.setLength(suggestion.length() - 1);
        }
        return suggestion.toString();
    }
}
