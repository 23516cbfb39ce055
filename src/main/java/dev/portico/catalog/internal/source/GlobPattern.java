package dev.portico.catalog.internal.source;

import com.google.re2j.Pattern;
import dev.portico.kernel.Refusal;

/// A pattern of paths: `*` and `?` stay within a part of the path, `**` spans any number of parts, also none, and
/// `{a,b}` is a choice. Everything else is meant as it is written. Matching takes time linear in the path.
final class GlobPattern {

    private static final int LONGEST = 500;

    private final Pattern expression;
    private final String prefix;

    private GlobPattern(Pattern expression, String prefix) {
        this.expression = expression;
        this.prefix = prefix;
    }

    /// Reads a pattern of relative paths with `/` between their parts.
    ///
    /// @throws Refusal.InvalidInput where it is too long or a brace is not closed
    static GlobPattern of(String glob) {
        if (glob.length() > LONGEST) {
            throw new Refusal.InvalidInput(
                    "source-pattern", "The pattern is longer than " + LONGEST + " characters; shorten it");
        }
        return new GlobPattern(Pattern.compile(expression(glob)), literalFolder(glob));
    }

    /// Whether a text has a wildcard in it.
    static boolean isPattern(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0 || text.indexOf('{') >= 0;
    }

    /// The folders before the first wildcard, ending in `/`; empty where the first part has one.
    static String literalFolder(String glob) {
        int wildcard = 0;
        while (wildcard < glob.length() && "*?{".indexOf(glob.charAt(wildcard)) < 0) {
            wildcard++;
        }
        return glob.substring(0, glob.lastIndexOf('/', wildcard == glob.length() ? wildcard : wildcard - 1) + 1);
    }

    /// Whether the pattern matches the whole path. A path with a control character matches nothing.
    boolean matches(String path) {
        return path.chars().noneMatch(Character::isISOControl) && expression.matches(path);
    }

    /// Whether something below the folder may match.
    ///
    /// @param folder ends in `/`; empty for the root
    boolean mayMatchBelow(String folder) {
        return prefix.startsWith(folder) || folder.startsWith(prefix);
    }

    private static String expression(String glob) {
        StringBuilder out = new StringBuilder();
        int braces = 0;
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            if (c == '*' && glob.startsWith("**/", i) && (i == 0 || glob.charAt(i - 1) == '/')) {
                out.append("(?:[^/]+/)*");
                i += 2;
            } else if (c == '*' && glob.startsWith("**", i)) {
                out.append(".*");
                i++;
            } else if (c == '*') {
                out.append("[^/]*");
            } else if (c == '?') {
                out.append("[^/]");
            } else if (c == '{') {
                braces++;
                out.append("(?:");
            } else if (c == '}' && braces > 0) {
                braces--;
                out.append(')');
            } else if (c == ',' && braces > 0) {
                out.append('|');
            } else {
                out.append(Pattern.quote(String.valueOf(c)));
            }
        }
        if (braces > 0) {
            throw new Refusal.InvalidInput("source-pattern", "The pattern " + glob + " has a { without its }");
        }
        return out.toString();
    }
}
