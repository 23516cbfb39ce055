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
            return target;
        }
        int scheme = base.indexOf("://");
        int root = scheme < 0 ? 0 : Math.max(base.indexOf('/', scheme + 3), scheme + 3);
        int query = base.indexOf('?', root);
        String path = base.substring(root, query < 0 ? base.length() : query);
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        return base.substring(0, root) + normal(folder + target);
    }

    private static String normal(String path) {
        List<String> kept = new ArrayList<>();
        for (String part : path.split("/", -1)) {
            if (part.equals("..")
                    && !kept.isEmpty()
                    && !kept.getLast().equals("..")
                    && !kept.getLast().isEmpty()) {
                kept.removeLast();
            } else if (!part.equals(".")) {
                kept.add(part);
            }
        }
        return String.join("/", kept);
    }
}
