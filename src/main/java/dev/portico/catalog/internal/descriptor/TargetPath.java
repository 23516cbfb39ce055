package dev.portico.catalog.internal.descriptor;

import java.util.ArrayList;
import java.util.List;

/// Resolves targets against each other: paths and URLs, by their text alone.
final class TargetPath {

    private TargetPath() {}

    /// What `target` means in a file that itself was named `base`. Steps up beyond the base stay in place, for whoever
    /// reads it to refuse.
    static String resolve(String base, String target) {
        if (target.contains("://") || target.startsWith("/")) {
            return normal(target);
        }
        int root = root(base);
        int query = base.indexOf('?', root);
        String path = base.substring(root, query < 0 ? base.length() : query);
        return normal(base.substring(0, root) + path.substring(0, path.lastIndexOf('/') + 1) + target);
    }

    /// The target without the steps that lead nowhere, so that one file has one name.
    static String normal(String target) {
        int root = root(target);
        List<String> kept = new ArrayList<>();
        for (String part : target.substring(root).split("/", -1)) {
            boolean back = part.equals("..") && !kept.isEmpty();
            if (back && !kept.getLast().equals("..") && !kept.getLast().isEmpty()) {
                kept.removeLast();
            } else if (!part.equals(".")) {
                kept.add(part);
            }
        }
        return target.substring(0, root) + String.join("/", kept);
    }

    /// Where the path begins: behind the host of a URL.
    private static int root(String target) {
        int scheme = target.indexOf("://");
        int path = scheme < 0 ? 0 : target.indexOf('/', scheme + 3);
        return path < 0 ? target.length() : path;
    }
}
