package dev.portico.kill;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// What one entity says. Every version of it has a description of its own, so that the catalog shows which one it
/// holds.
///
/// @param kind      `Component`, `Resource`, `System` or `API`
/// @param version   the number of the change that brought it, within its source
/// @param owner     the name of a group
/// @param dependsOn refs; empty for a System or an API
record Descriptor(String kind, String name, String version, String owner, List<String> dependsOn) {

    static final List<String> KINDS = List.of("Component", "Resource", "System", "API");

    Descriptor {
        dependsOn = kind.equals("System") || kind.equals("API") ? List.of() : List.copyOf(dependsOn);
    }

    String ref() {
        return kind.toLowerCase(Locale.ROOT) + ":default/" + name;
    }

    String description() {
        return name + " as of " + version;
    }

    /// The relations that it causes, each as `source type target`, in the direction they are stored in.
    Set<String> relations() {
        Set<String> relations = new TreeSet<>();
        relations.add(ref() + " ownedBy group:default/" + owner);
        dependsOn.forEach(target -> relations.add(ref() + " dependsOn " + target));
        return relations;
    }

    String yaml() {
        StringBuilder yaml = new StringBuilder("""
                ---
                apiVersion: backstage.io/v1alpha1
                kind: %s
                metadata:
                  name: %s
                  description: %s
                spec:
                  owner: %s
                """.formatted(kind, name, description(), owner));
        if (!kind.equals("System")) {
            yaml.append("  type: openapi\n");
        }
        if (kind.equals("Component") || kind.equals("API")) {
            yaml.append("  lifecycle: production\n");
        }
        if (kind.equals("API")) {
            yaml.append("  definition: ").append(description()).append('\n');
        }
        if (!dependsOn.isEmpty()) {
            yaml.append("  dependsOn: ").append(dependsOn).append('\n');
        }
        return yaml.toString();
    }
}
