package dev.portico.catalog.internal;

import dev.portico.catalog.SourceDefinition;
import dev.portico.catalog.internal.ingest.CatalogIngestionSettings;
import dev.portico.catalog.internal.source.SourceTarget;
import dev.portico.catalog.internal.source.SourceTargets;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// Turns what a person types into the definition of a source, with a name that is still free.
@Component
public final class SourceSuggestions {

    private static final int LONGEST_NAME = 50;

    private final SourceTargets targets;
    private final SourceRegister register;
    private final CatalogIngestionSettings settings;

    SourceSuggestions(SourceTargets targets, SourceRegister register, CatalogIngestionSettings settings) {
        this.targets = targets;
        this.register = register;
        this.settings = settings;
    }

    /// The definition of what was typed: a path, a glob, a URL or a repository.
    ///
    /// @throws dev.portico.kernel.Refusal.InvalidInput when it is none of them
    public SourceDefinition suggest(String typed) {
        SourceTarget target = targets.parse(typed);
        String name = name(target.target());
        if (register.find(name).isPresent()) {
            name = name + "-" + Integer.toHexString(target.ref().hashCode());
        }
        return new SourceDefinition(
                name,
                target.type(),
                target.target(),
                target.branch(),
                target.pattern(),
                target.secret(),
                settings.every());
    }

    /// A name made of the end of a target: `…/acme/portal.git` gives `acme-portal`.
    static String name(String target) {
        StringBuilder name = new StringBuilder();
        String text = target.toLowerCase(Locale.ROOT).replace(".git", "").replace("catalog-info.yaml", "");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (letter) {
                name.append(c);
            } else if (!name.isEmpty() && name.charAt(name.length() - 1) != '-') {
                name.append('-');
            }
        }
        String whole = name.toString();
        String end = whole.endsWith("-") ? whole.substring(0, whole.length() - 1) : whole;
        if (end.length() > LONGEST_NAME) {
            end = end.substring(end.length() - LONGEST_NAME);
            end = end.startsWith("-") ? end.substring(1) : end;
        }
        return end.isEmpty() ? "source" : end;
    }
}
