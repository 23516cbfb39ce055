package dev.portico.search.internal;

import dev.portico.search.sources.DocumentText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/// The names of Lucene's fields, and the form that values take in their terms.
///
/// Terms are short enough for Lucene (32,766 bytes) whatever the length of path and value: what is beyond the length
/// given here is replaced by its digest.
final class Names {

    /// Type and id: the term that a document is replaced by, and a doc value.
    static final String KEY = "key";

    /// The type, as a term.
    static final String TYPE = "type";

    /// The id, as a doc value.
    static final String ID = "id";

    /// Paths in lower case.
    static final String PATHS = "paths";

    /// Paths in lower case that hold nothing, not even an empty text.
    static final String VOID = "void";

    /// Path and value in lower case.
    static final String VALUES = "values";

    /// Path and overlapping pieces of a value that is too long for one term, in lower case.
    static final String PIECES = "pieces";

    /// Path and digest of a value that is too long for one term.
    static final String LONG_VALUES = "long-values";

    /// Path and value as written, without derived ones: what rights are decided by.
    static final String EXACT = "exact";

    /// Path as written and value in lower case, without derived ones, where a right may ignore case.
    static final String FOLDED = "folded";

    /// Paths as written at which there is a value that is not derived, where a right may ask so.
    static final String PRESENT = "present";

    /// Path in lower case and value as written, as doc values: counts and orders of any path.
    static final String ANY = "any";

    /// Guarded values with their paths, as a doc value.
    static final String GUARDED = "guarded";

    /// The document, what a list shows of it, and its texts, as doc values.
    static final String JSON = "json";

    static final String SUMMARY = "summary";
    static final String TEXTS = "texts";

    /// The longest value that is a term as it is, in characters.
    static final int LONGEST = 8_000;

    /// The longest text that can be looked for inside of values, in characters.
    static final int LONGEST_PART = 1_000;

    private static final int LONGEST_PATH = 500;
    private static final int LONGEST_COUNTED = 1_000;
    private static final char END = '\0';
    private static final char CUT = '\1';
    private static final char OPEN = '\2';

    private Names() {}

    static String key(String type, String id) {
        return type + END + id;
    }

    /// The doc values by which a listed path is counted.
    static String counted(String path) {
        return "count." + lower(path);
    }

    /// The doc values by which a listed path is ordered.
    static String ordered(String path) {
        return "order." + lower(path);
    }

    /// Words as they are.
    static String plain(DocumentText.Role role) {
        return "text." + role.word();
    }

    /// Words reduced to their stems.
    static String stems(DocumentText.Role role) {
        return "stem." + role.word();
    }

    /// The words of all texts but those of [bodies][DocumentText.Role#BODY], and the stems of all.
    static final String ANY_PLAIN = "text.any";

    static final String ANY_STEM = "stem.any";

    /// A text as a whole, in lower case.
    static String whole(DocumentText.Role role) {
        return "whole." + role.word();
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    static String path(String path) {
        return cut(lower(path), LONGEST_PATH);
    }

    /// Where the values of a guarded path stand that are not guarded themselves.
    static String open(String path) {
        return OPEN + lower(path);
    }

    static boolean isLong(String value) {
        return value.length() > LONGEST;
    }

    /// A value as a term; of a long one the beginning, which equals no short one.
    static String value(String path, String value) {
        String start = isLong(value) ? value.substring(0, LONGEST) + CUT : value;
        return path(path) + END + lower(start);
    }

    /// A long value as a term of its own, to be compared as a whole.
    static String longValue(String path, String value) {
        return path(path) + END + digest(lower(value));
    }

    /// What the terms of all values at a path begin with, followed by the beginning of a value.
    static String prefix(String path, String start) {
        return path(path) + END + lower(start);
    }

    static String exact(String path, String value) {
        return cut(path, LONGEST_PATH) + END + cut(value, LONGEST_COUNTED);
    }

    /// A path as written, of which a right may ask whether there is a value.
    static String present(String path) {
        return cut(path, LONGEST_PATH);
    }

    static String counted(String path, String value) {
        return path(path) + END + shown(value);
    }

    /// A value as it is counted: where it is very long, its beginning.
    static String shown(String value) {
        return value.length() <= LONGEST_COUNTED ? value : value.substring(0, LONGEST_COUNTED) + "…";
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + CUT + digest(text);
    }

    private static String digest(String text) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
