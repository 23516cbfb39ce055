package dev.portico.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Descriptors of a company of any size, the same for the same size: 1 % domains, 5 % systems, 46 % components,
/// 17 % APIs, 12 % resources, 4 % groups and 15 % users, about 1 KB of YAML and 7.4 relations each, 500 to a file.
/// Nine of ten are public.
final class MadeCompany {

    private static final int PER_FILE = 500;
    private static final String[] WORDS = {
        "ticket",
        "fare",
        "seat",
        "route",
        "train",
        "depot",
        "signal",
        "crew",
        "refund",
        "ledger",
        "catering",
        "freight",
        "platform",
        "timetable",
        "loyalty",
        "gate",
        "sensor",
        "forecast",
        "archive",
        "notice"
    };

    private final int entities;
    private final int domains;
    private final int systems;
    private final int components;
    private final int apis;
    private final int resources;
    private final int groups;
    private final Random random = new Random(42);

    MadeCompany(int entities) {
        this.entities = entities;
        this.domains = Math.max(1, entities / 100);
        this.systems = Math.max(1, entities * 5 / 100);
        this.components = entities * 46 / 100;
        this.apis = Math.max(1, entities * 17 / 100);
        this.resources = Math.max(1, entities * 12 / 100);
        this.groups = Math.max(1, entities * 4 / 100);
    }

    /// Writes the files into the folder.
    ///
    /// @return the files, in order
    List<Path> write(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Path> files = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int number = 0; number < entities; number++) {
            text.append(entity(number));
            if ((number + 1) % PER_FILE == 0 || number == entities - 1) {
                Path file = folder.resolve(String.format("made-%05d.yaml", number / PER_FILE));
                Files.writeString(file, text, StandardCharsets.UTF_8);
                files.add(file);
                text.setLength(0);
            }
        }
        return files;
    }

    private String entity(int number) {
        int rest = number;
        if (rest < domains) {
            return document("Domain", "domain-" + rest, owner());
        }
        rest -= domains;
        if (rest < systems) {
            return document("System", "system-" + rest, owner() + "  domain: domain-" + rest % domains + "\n");
        }
        rest -= systems;
        if (rest < components) {
            return document("Component", "component-" + rest, component(rest));
        }
        rest -= components;
        if (rest < apis) {
            return document(
                    "API",
                    "api-" + rest,
                    "  type: openapi\n  lifecycle: production\n" + owner() + system()
                            + "  definition: |\n    openapi: 3.1.0\n    info: {title: made, version: 1.0.0}\n    paths: {}\n");
        }
        rest -= apis;
        if (rest < resources) {
            return document("Resource", "resource-" + rest, "  type: database\n" + owner() + system());
        }
        rest -= resources;
        if (rest < groups) {
            String parent = rest == 0 ? "" : "  parent: group-" + (rest - 1) / 5 + "\n";
            return document("Group", "group-" + rest, "  type: team\n" + parent + "  children: []\n");
        }
        rest -= groups;
        return document(
                "User",
                "user-" + rest,
                "  profile:\n    displayName: Person " + rest + "\n    email: person-" + rest
                        + "@example.com\n  memberOf: [group-" + random.nextInt(groups) + "]\n");
    }

    private String component(int number) {
        return "  type: service\n  lifecycle: " + (number % 10 == 0 ? "experimental" : "production") + "\n"
                + owner()
                + system()
                + "  providesApis: [api-" + number % apis + "]\n"
                + "  consumesApis: [api-" + random.nextInt(apis)
                + (number % 8 == 0 ? ", api-" + random.nextInt(apis) : "") + "]\n"
                + "  dependsOn: [resource:resource-" + random.nextInt(resources) + ", component:component-"
                + random.nextInt(components) + "]\n";
    }

    private String owner() {
        return "  owner: group-" + random.nextInt(groups) + "\n";
    }

    private String system() {
        return "  system: system-" + random.nextInt(systems) + "\n";
    }

    private String document(String kind, String name, String spec) {
        StringBuilder text = new StringBuilder("---\napiVersion: backstage.io/v1alpha1\nkind: ")
                .append(kind)
                .append("\nmetadata:\n  name: ")
                .append(name)
                .append("\n  title: ")
                .append(word())
                .append(' ')
                .append(name)
                .append("\n  description: >-\n    ");
        while (text.length() < 640) {
            text.append(word()).append(' ');
        }
        return text.append("\n  labels:\n    tier: \"")
                .append(random.nextInt(4))
                .append("\"\n    portico.dev/visibility: ")
                .append(random.nextInt(10) == 0 ? "internal" : "public")
                .append("\n  annotations:\n    example.com/runbook: https://runbooks.example.com/")
                .append(name)
                .append("\n    example.com/dashboard: https://dashboards.example.com/d/")
                .append(name)
                .append("\n  tags: [")
                .append(word())
                .append(", java]\n  links:\n    - url: https://example.com/")
                .append(name)
                .append("\n      title: Home\nspec:\n")
                .append(spec)
                .toString();
    }

    private String word() {
        return WORDS[random.nextInt(WORDS.length)];
    }
}
