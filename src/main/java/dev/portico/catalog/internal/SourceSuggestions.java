package dev.portico.catalog.internal;

import dev.portico.catalog.SourceDefinition;
import dev.portico.catalog.internal.ingest.CatalogIngestionSettings;
import dev.portico.catalog.internal.source.SourceTarget;
import dev.portico.catalog.internal.source.SourceTargets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Turns what a person types into the definition of a source, with a name that is still free.
@Component
public final class SourceSuggestions {

    private static final int LONGEST_NAME = 24;
    private static final int SHORTEST_START = 8;
    private static final List<String> ENDINGS = List.of(".git", ".yaml", ".yml", ".json");

    /// Parts of addresses that every other repository has too.
    private static final Set<String> SAYING_NOTHING = Set.of(
            "catalog-info",
            "catalog",
            "all",
            "entities",
            "blob",
            "tree",
            "raw",
            "src",
            "main",
            "master",
            "head",
            "refs",
            "heads",
            "https",
            "http",
            "file",
            "ssh",
            "git");

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
        String name = free(words(target.target(), "source"));
        return new SourceDefinition(
                name,
                target.type(),
                target.target(),
                target.branch(),
                target.pattern(),
                target.secret(),
                settings.every());
    }

    /// A name for what a file brings that somebody uploads.
    public String nameOf(String fileName) {
        return free(words(fileName, "upload"));
    }

    private String free(List<String> words) {
        String last = words.getLast();
        if (register.find(last).isEmpty()) {
            return last;
        }
        String longer = words.size() == 1 ? last : joined(words.get(words.size() - 2), last);
        String name = longer;
        for (int number = 2; register.find(name).isPresent(); number++) {
            name = joined(longer, Integer.toString(number));
        }
        return name;
    }

    /// A short name made of the last part of a target that says something: `…/acme/portal.git`,
    /// `…/acme/portal/blob/main/catalog-info.yaml` and `/srv/portal/*.yaml` give `portal`.
    static String name(String target) {
        return words(target, "source").getLast();
    }

    /// @param otherwise the word where nothing in the target says anything
    private static List<String> words(String target, String otherwise) {
        List<String> words = new ArrayList<>();
        for (String part : target.toLowerCase(Locale.ROOT).split("[/\\\\?#:]", -1)) {
            String word = word(part);
            if (!part.contains("*") && !word.isEmpty() && !SAYING_NOTHING.contains(word)) {
                words.add(word);
            }
        }
        return words.isEmpty() ? List.of(otherwise) : words;
    }

    private static String word(String part) {
        StringBuilder word = new StringBuilder();
        String bare = part;
        for (String ending : ENDINGS) {
            bare = bare.endsWith(ending) ? bare.substring(0, bare.length() - ending.length()) : bare;
        }
        for (int i = 0; i < bare.length() && word.length() <= LONGEST_NAME; i++) {
            char c = bare.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                word.append(c);
            } else if (!word.isEmpty() && word.charAt(word.length() - 1) != '-') {
                word.append('-');
            }
        }
        return cut(word.toString(), LONGEST_NAME);
    }

    private static String joined(String one, String other) {
        return cut(one, Math.max(SHORTEST_START, LONGEST_NAME - 1 - other.length())) + "-" + other;
    }

    /// At most so many characters, where it can be up to the end of a part.
    private static String cut(String name, int longest) {
        String start = name;
        if (name.length() > longest) {
            int part = name.lastIndexOf('-', longest);
            start = name.substring(0, part >= longest / 2 ? part : longest);
        }
        return start.endsWith("-") ? start.substring(0, start.length() - 1) : start;
    }
}
