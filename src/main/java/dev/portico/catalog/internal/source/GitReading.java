package dev.portico.catalog.internal.source;

import dev.portico.catalog.internal.source.SourceUnreadable.Reason;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One reading of a repository at one commit.
final class GitReading implements SourceReading {

    private final SourceTarget target;
    private final GitStore store;
    private final GitTree tree;
    private final @Nullable HostedFile repository;
    private final Map<String, String> known;
    private final GitHosts hosts;
    private final RemoteFiles remote;
    private final List<GitTree.Listing> listings = new ArrayList<>();

    GitReading(
            SourceTarget target,
            GitStore store,
            SourceSettings settings,
            Map<String, String> known,
            GitHosts hosts,
            RemoteFiles remote) {
        this.target = target;
        this.store = store;
        this.tree = new GitTree(store, settings, target.ref());
        this.known = known;
        this.hosts = hosts;
        this.remote = remote;
        this.repository =
                target.target().contains("://") ? hosts.parse(target.target()).orElse(null) : null;
    }

    @Override
    public Iterable<SourceFile> files() {
        return () -> {
            Iterator<SourceFile> found = listing(target.descriptorPattern());
            if (!found.hasNext()) {
                throw new SourceUnreadable(
                        Reason.MISSING,
                        target.ref(),
                        "No file on " + store.branch() + " of " + target.target() + " matches "
                                + target.descriptorPattern()
                                + ". Name the files, or give the source a pattern such as catalog/**/*.yaml");
            }
            return found;
        };
    }

    @Override
    public List<SourceFile> follow(SourceFile from, String type, String wanted) {
        if (from instanceof RemoteFile file) {
            return List.of(remote.follow(file, type, wanted));
        }
        GitFile file = (GitFile) from;
        if (isUrl(wanted)) {
            String inside = pathOf(wanted);
            if (inside == null) {
                return List.of(remote.absolute(wanted));
            }
            return here(inside);
        }
        if (!type.isEmpty() && !type.equals("url") && !type.equals("file") && !type.equals("git")) {
            throw new SourceUnreadable(
                            Reason.REFUSED,
                            wanted,
                            "A Location in a repository names paths or URLs, not what is of type \"" + type + '"')
                    .allowing("no type; a path of the same branch, or a URL");
        }
        return here(resolved(file, wanted));
    }

    @Override
    public SourceFile dependency(SourceFile from, String wanted) {
        if (from instanceof RemoteFile file) {
            return remote.dependency(file, wanted);
        }
        String inside = isUrl(wanted) ? pathOf(wanted) : resolved((GitFile) from, wanted);
        if (inside == null) {
            throw new SourceUnreadable(
                            Reason.REFUSED, wanted, "A placeholder names content of the same repository, not " + wanted)
                    .allowing("a path of the same branch");
        }
        return file(inside);
    }

    @Override
    public Optional<String> version() {
        return Optional.of(store.commit().name());
    }

    @Override
    public void close() {
        listings.forEach(GitTree.Listing::close);
        store.close();
    }

    GitTree tree() {
        return tree;
    }

    @Nullable
    String known(String location) {
        return known.get(location);
    }

    /// The path as the repository's host shows it; empty where the host is not known.
    Optional<HostedFile> hosted(String path) {
        return Optional.ofNullable(repository)
                .map(found -> new HostedFile(
                        found.kind(), found.origin(), found.repository(), "blob", "branch", store.branch(), path, ""));
    }

    String location(String path) {
        return hosted(path)
                .map(file -> "url:" + file.kind().viewUrl(file.repositoryUrl(), file.branch(), file.path()))
                .orElseGet(() -> "git:" + target.target() + '#' + store.branch() + ':' + path);
    }

    private List<SourceFile> here(String path) {
        if (!GlobPattern.isPattern(path)) {
            return List.of(file(path));
        }
        List<SourceFile> found = new ArrayList<>();
        listing(path).forEachRemaining(found::add);
        return found;
    }

    private Iterator<SourceFile> listing(String pattern) {
        GitTree.Listing listing = tree.matching(GlobPattern.of(pattern));
        listings.add(listing);
        return new Mapped<>(listing, entry -> new GitFile(entry.path(), entry, this));
    }

    private SourceFile file(String path) {
        return new GitFile(path, tree.find(path).orElse(null), this);
    }

    /// The path in this repository that a URL shows on this branch; null where it is another's.
    private @Nullable String pathOf(String url) {
        HostedFile file = hosts.parse(
                        url.replace("*", "%2A").replace("{", "%7B").replace("}", "%7D"))
                .orElse(null);
        if (file == null || repository == null || !file.namesPath()) {
            return null;
        }
        boolean here = file.sameRepository(repository) && file.branch().equals(store.branch());
        return here ? file.path() : null;
    }

    private static boolean isUrl(String wanted) {
        return wanted.contains("://");
    }

    /// The path from the root of the repository; a leading `/` is that root.
    private static String resolved(GitFile from, String wanted) {
        String folder = from.path().substring(0, from.path().lastIndexOf('/') + 1);
        String joined = wanted.startsWith("/") ? wanted.substring(1) : folder + wanted;
        List<String> parts = new ArrayList<>();
        for (String part : joined.split("/", -1)) {
            if (part.equals("..") && parts.isEmpty()) {
                throw new SourceUnreadable(
                                Reason.REFUSED, wanted, wanted + " leads out of the repository, which is not followed")
                        .allowing("a path of the same branch");
            }
            if (part.equals("..")) {
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        if (parts.isEmpty()) {
            throw new SourceUnreadable(Reason.REFUSED, wanted, "\"" + wanted + "\" is not the path of a file")
                    .allowing("a path of the same branch");
        }
        return String.join("/", parts);
    }
}
