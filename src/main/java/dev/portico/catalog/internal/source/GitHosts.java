package dev.portico.catalog.internal.source;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The known Git hosts by name: the public ones and those of the settings.
final class GitHosts {

    private static final Map<String, GitHost> PUBLIC = Map.of(
            "github.com", GitHost.GITHUB,
            "gitlab.com", GitHost.GITLAB,
            "bitbucket.org", GitHost.BITBUCKET,
            "gitea.com", GitHost.GITEA,
            "codeberg.org", GitHost.GITEA);

    private final Map<String, GitHost> hosts = new HashMap<>(PUBLIC);

    GitHosts(Map<String, String> configured) {
        configured.forEach((host, kind) -> hosts.put(
                host.toLowerCase(Locale.ROOT),
                GitHost.named(kind)
                        .orElseThrow(() -> new IllegalArgumentException("portico.sources.git-hosts names " + host
                                + " a \"" + kind + "\"; use github, gitlab, bitbucket or gitea"))));
    }

    /// The kind of host behind a URL.
    Optional<GitHost> kindOf(URI url) {
        return Optional.ofNullable(url.getRawAuthority())
                .map(authority -> hosts.get(authority.toLowerCase(Locale.ROOT)));
    }

    /// Takes a web address apart; empty where the host is not known or the address is not of a repository.
    Optional<HostedFile> parse(String url) {
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException notAUrl) {
            return Optional.empty();
        }
        if (uri.getPath() == null) {
            return Optional.empty();
        }
        return kindOf(uri).flatMap(kind -> parse(kind, uri));
    }

    private static Optional<HostedFile> parse(GitHost kind, URI uri) {
        List<String> parts = new ArrayList<>();
        for (String part : uri.getRawPath().split("/", -1)) {
            parts.add(part.isEmpty() ? "" : URI.create('/' + part).getPath().substring(1));
        }
        boolean folder = parts.getLast().isEmpty();
        parts.removeIf(String::isEmpty);
        if (parts.stream().flatMap(part -> Arrays.stream(part.split("/", -1))).anyMatch(GitHosts::isNoName)) {
            return Optional.empty();
        }
        int form = indexOfForm(kind, parts);
        int end = form < 0 ? parts.size() : form;
        List<String> names = new ArrayList<>(parts.subList(0, end));
        names.remove("-");
        if (names.size() < 2 || (names.size() > 2 && kind != GitHost.GITLAB)) {
            return Optional.empty();
        }
        String repository = withoutGit(String.join("/", names));
        String origin = uri.getScheme().toLowerCase(Locale.ROOT) + "://"
                + uri.getRawAuthority().toLowerCase(Locale.ROOT);
        String query = uri.getRawQuery() == null ? "" : '?' + uri.getRawQuery();
        if (form < 0) {
            return Optional.of(new HostedFile(kind, origin, repository, "", "branch", "", "", query));
        }
        int ref = form + 1;
        String refKind = "branch";
        if (kind == GitHost.GITEA && ref < parts.size() && isRefKind(parts.get(ref))) {
            refKind = parts.get(ref);
            ref++;
        }
        if (ref >= parts.size()) {
            return Optional.empty();
        }
        String path = String.join("/", parts.subList(ref + 1, parts.size())) + (folder ? "/" : "");
        return Optional.of(
                new HostedFile(kind, origin, repository, parts.get(form), refKind, parts.get(ref), path, query));
    }

    private static int indexOfForm(GitHost kind, List<String> parts) {
        if (kind == GitHost.GITLAB) {
            int dash = parts.indexOf("-");
            if (dash >= 2 && dash + 1 < parts.size() && GitHost.FORMS.contains(parts.get(dash + 1))) {
                return dash + 1;
            }
            return -1;
        }
        return parts.size() > 2 && GitHost.FORMS.contains(parts.get(2)) ? 2 : -1;
    }

    private static boolean isNoName(String part) {
        return part.isEmpty() || part.equals(".") || part.equals("..");
    }

    private static boolean isRefKind(String part) {
        return part.equals("branch") || part.equals("commit") || part.equals("tag");
    }

    private static String withoutGit(String repository) {
        return repository.endsWith(".git") ? repository.substring(0, repository.length() - 4) : repository;
    }
}
