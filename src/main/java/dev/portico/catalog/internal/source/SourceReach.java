package dev.portico.catalog.internal.source;

import dev.portico.catalog.SourceDefinition;
import dev.portico.kernel.Refusal;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Tells whether a source would read an address or a path, by what it was registered with. Reads nothing.
@Component
public final class SourceReach {

    private static final Reach ALL = new Reach(true, "");
    private static final Reach NOTHING = new Reach(false, "");

    private final GitHosts hosts;

    SourceReach(GitHosts hosts) {
        this.hosts = hosts;
    }

    /// How a place lies to a source.
    ///
    /// @param reads   whether the source reads it
    /// @param instead where the source reads close by, what it reads there; else empty
    public record Reach(boolean reads, String instead) {}

    /// How the address lies to a source.
    public Reach of(SourceDefinition source, String address) {
        return switch (source.type()) {
            case "url" -> source.target().equals(address) || sameFile(source.target(), address) ? ALL : NOTHING;
            case "file" -> source.target().equals(address) ? ALL : NOTHING;
            case "folder" -> folder(source, address);
            case "glob" -> glob(source, address);
            case "git" -> repository(source, address);
            default -> NOTHING;
        };
    }

    /// What files at the address may be called in the catalog.
    public Set<String> locations(String address) {
        Set<String> locations = new LinkedHashSet<>();
        locations.add(address);
        locations.add("url:" + address);
        locations.add("file:" + address);
        locations.add("git:" + address);
        hosts.parse(address).filter(HostedFile::namesFile).ifPresent(file -> {
            String shown = file.kind().viewUrl(file.repositoryUrl(), file.branch(), file.path());
            locations.add(shown);
            locations.add("url:" + shown);
        });
        return locations;
    }

    private boolean sameFile(String one, String other) {
        Optional<HostedFile> first = hosts.parse(one);
        Optional<HostedFile> second = hosts.parse(other);
        return first.isPresent()
                && second.isPresent()
                && first.get().namesFile()
                && first.get().sameRepository(second.get())
                && first.get().branch().equals(second.get().branch())
                && first.get().path().equals(second.get().path());
    }

    private static Reach folder(SourceDefinition source, String address) {
        String folder = source.target().endsWith("/") ? source.target() : source.target() + '/';
        if (address.equals(source.target()) || address.equals(folder)) {
            return ALL;
        }
        return address.startsWith(folder) ? matching(source, address.substring(folder.length())) : NOTHING;
    }

    private static Reach glob(SourceDefinition source, String address) {
        GlobPattern pattern = GlobPattern.of(source.target());
        if (pattern.matches(address)) {
            return ALL;
        }
        boolean near = address.startsWith(GlobPattern.literalFolder(source.target()));
        return near ? new Reach(false, "only files like " + source.target()) : NOTHING;
    }

    private Reach repository(SourceDefinition source, String address) {
        Optional<HostedFile> asked = hosts.parse(address);
        Optional<HostedFile> held = hosts.parse(source.target());
        if (asked.isEmpty() || held.isEmpty()) {
            return unknownHost(source, address);
        }
        if (!held.get().sameRepository(asked.get())) {
            return NOTHING;
        }
        if (!asked.get().namesFile()) {
            return ALL;
        }
        String branch = source.branch();
        if (branch != null && !branch.equals(asked.get().branch())) {
            return new Reach(false, "the branch " + branch);
        }
        return matching(source, asked.get().path());
    }

    /// A repository on a host that nobody described, or on this machine: only its own address is told from others.
    private static Reach unknownHost(SourceDefinition source, String address) {
        String repository = bare(source.target());
        if (bare(address).equals(repository)) {
            return ALL;
        }
        boolean local = !repository.contains("://");
        String below = repository + '/';
        if (!address.startsWith(below)) {
            return NOTHING;
        }
        return local
                ? matching(source, address.substring(below.length()))
                : new Reach(false, "files like " + pattern(source) + " of " + source.target());
    }

    private static Reach matching(SourceDefinition source, String path) {
        try {
            return GlobPattern.of(pattern(source)).matches(path)
                    ? ALL
                    : new Reach(false, "only files like " + pattern(source));
        } catch (Refusal.InvalidInput unreadable) {
            return NOTHING;
        }
    }

    private static String pattern(SourceDefinition source) {
        String pattern = source.pattern();
        return pattern == null ? SourceTarget.DEFAULT_PATTERN : pattern;
    }

    private static String bare(String address) {
        String plain = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        String lower = plain.toLowerCase(Locale.ROOT);
        return lower.endsWith(".git") ? plain.substring(0, plain.length() - 4) : plain;
    }
}
