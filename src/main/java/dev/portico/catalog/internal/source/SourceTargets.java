package dev.portico.catalog.internal.source;

import dev.portico.kernel.Refusal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Understands what a person types as a source, and what `PORTICO_CATALOG_LOCATIONS` holds: the path of a file, a
/// folder or a pattern of files; the URL of a descriptor; the URL of a repository, or of a folder or pattern in one;
/// `git:` and the path of a local repository. `#branch` behind a repository names a branch.
@Component
public final class SourceTargets {

    private final GitHosts hosts;

    SourceTargets(SourceSettings settings) {
        this.hosts = new GitHosts(settings.gitHosts());
    }

    /// Splits a list with commas between its parts, as the variable has it; a comma within braces is part of a pattern.
    public static List<String> split(String list) {
        List<String> parts = new ArrayList<>();
        int begin = 0;
        int braces = 0;
        for (int i = 0; i <= list.length(); i++) {
            char c = i == list.length() ? ',' : list.charAt(i);
            braces += c == '{' ? 1 : c == '}' && braces > 0 ? -1 : 0;
            if (c == ',' && (braces == 0 || i == list.length())) {
                String part = list.substring(begin, i).strip();
                if (!part.isEmpty()) {
                    parts.add(part);
                }
                begin = i + 1;
            }
        }
        return parts;
    }

    /// Reads one target. Looks at the disk to tell a folder from a file.
    ///
    /// @throws Refusal.InvalidInput where it is not understood, with what to write instead
    public SourceTarget parse(String text) {
        String typed = text.strip();
        if (typed.isEmpty()) {
            throw refused("Name a file, a folder, a pattern, the URL of a descriptor or a Git repository");
        }
        String lower = typed.toLowerCase(Locale.ROOT);
        if (lower.startsWith("ssh://") || lower.startsWith("git://") || looksLikeScp(typed)) {
            throw refused("Portico reads Git repositories by https or from a local path, not " + typed
                    + "; write https://host/owner/repository.git and name a credential");
        }
        if (lower.startsWith("http://") || lower.startsWith("https://")) {
            return remote(typed);
        }
        if (lower.startsWith("url:")) {
            return remote(typed.substring(4));
        }
        if (lower.startsWith("git:")) {
            return repository(typed.substring(4));
        }
        if (lower.startsWith("file:")) {
            String path = typed.substring(5);
            return local(path.startsWith("//") ? path.substring(2) : path);
        }
        int scheme = typed.indexOf("://");
        if (scheme > 0) {
            throw refused("Portico does not read " + typed.substring(0, scheme) + " addresses; use https");
        }
        return local(typed);
    }

    private SourceTarget remote(String typed) {
        String plain = withoutFragment(typed);
        String branch = fragment(typed);
        boolean pattern = plain.indexOf('*') >= 0 || plain.indexOf('{') >= 0;
        URI uri = url(plain.replace("*", "%2A").replace("{", "%7B").replace("}", "%7D"));
        if (uri.getRawUserInfo() != null
                || String.valueOf(uri.getRawAuthority()).indexOf('@') >= 0) {
            throw refused("A URL of a source carries no user name or password; name a credential instead");
        }
        HostedFile hosted = hosts.parse(uri.toString()).orElse(null);
        if (hosted != null && hosted.namesPath() && (pattern || hosted.form().equals("tree"))) {
            String files = hosted.path();
            if (!GlobPattern.isPattern(files)) {
                String below = files.isEmpty() || files.endsWith("/") ? files : files + '/';
                files = below + SourceTarget.DEFAULT_PATTERN;
            }
            return new SourceTarget("git", hosted.repositoryUrl() + ".git", hosted.branch(), files, null);
        }
        if (pattern) {
            throw refused("A pattern does not work in " + typed
                    + "; name the repository as a git source and give it the pattern");
        }
        if (hosted != null && !hosted.namesPath()) {
            return new SourceTarget("git", hosted.repositoryUrl() + ".git", branch, null, null);
        }
        if (uri.getPath() != null && uri.getPath().endsWith(".git")) {
            return new SourceTarget("git", plain, branch, null, null);
        }
        return SourceTarget.of("url", plain);
    }

    private SourceTarget repository(String typed) {
        String lower = typed.toLowerCase(Locale.ROOT);
        String plain = withoutFragment(typed);
        String branch = fragment(typed);
        if (lower.startsWith("http://") || lower.startsWith("https://")) {
            if (url(plain).getRawUserInfo() != null) {
                throw refused("A URL of a source carries no user name or password; name a credential instead");
            }
            return new SourceTarget("git", plain, branch, null, null);
        }
        return new SourceTarget("git", path(plain).toString(), branch, null, null);
    }

    private static SourceTarget local(String typed) {
        if (GlobPattern.isPattern(typed)) {
            String folder = GlobPattern.literalFolder(typed);
            Path absolute = path(folder.isEmpty() ? "." : folder);
            String base = absolute.toString();
            return SourceTarget.of("glob", (base.endsWith("/") ? base : base + '/') + typed.substring(folder.length()));
        }
        Path path = path(typed);
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        if (Files.isDirectory(path)) {
            boolean bare = Files.isDirectory(path.resolve("objects")) && Files.exists(path.resolve("HEAD"));
            return SourceTarget.of(bare ? "git" : "folder", path.toString());
        }
        if (Files.exists(path) || name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json")) {
            return SourceTarget.of("file", path.toString());
        }
        throw refused(
                "There is no file or folder " + path + "; write the path of one, or a URL that begins with https://");
    }

    private static Path path(String typed) {
        try {
            return Path.of(typed).toAbsolutePath().normalize();
        } catch (InvalidPathException notAPath) {
            throw refused("\"" + typed + "\" is neither a path nor a URL");
        }
    }

    private static URI url(String typed) {
        try {
            return URI.create(typed);
        } catch (IllegalArgumentException notAUrl) {
            throw refused(typed + " is not a URL; write https://host/path and spaces as %20");
        }
    }

    private static boolean looksLikeScp(String typed) {
        int at = typed.indexOf('@');
        int colon = typed.indexOf(':');
        return at > 0 && colon > at && typed.indexOf('/') != 0 && !typed.contains("://");
    }

    private static String withoutFragment(String typed) {
        int hash = typed.indexOf('#');
        return hash < 0 ? typed : typed.substring(0, hash);
    }

    private static @Nullable String fragment(String typed) {
        int hash = typed.indexOf('#');
        return hash < 0 || hash + 1 == typed.length() ? null : typed.substring(hash + 1);
    }

    private static Refusal refused(String message) {
        return new Refusal.InvalidInput("source-target", message);
    }
}
