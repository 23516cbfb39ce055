package dev.portico.catalog.internal.source;

import dev.portico.catalog.internal.source.SourceUnreadable.Reason;
import dev.portico.kernel.Refusal;
import dev.portico.outbound.Outbound;
import dev.portico.outbound.OutboundRequest;
import dev.portico.outbound.OutboundResponse;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Files behind URLs, for one reading. A credential goes to the host that the source itself names, and no other.
final class RemoteFiles {

    private static final int LONGEST_MARK = 200;

    private final Outbound outbound;
    private final GitHosts hosts;
    private final SourceSettings settings;
    private final Map<String, String> known;
    private final @Nullable Credential credential;

    private RemoteFiles(
            Outbound outbound,
            GitHosts hosts,
            SourceSettings settings,
            Map<String, String> known,
            @Nullable Credential credential) {
        this.outbound = outbound;
        this.hosts = hosts;
        this.settings = settings;
        this.known = known;
        this.credential = credential;
    }

    /// The file at an address as people see it.
    RemoteFile file(String url) {
        return file(url, known.get("url:" + url));
    }

    private RemoteFile file(String url, @Nullable String before) {
        HostedFile hosted = hosts.parse(url).filter(HostedFile::namesFile).orElse(null);
        return new RemoteFile(url, hosted, before, this);
    }

    /// The file that a Location in a remote file names.
    RemoteFile follow(RemoteFile from, String type, String target) {
        if (!type.isEmpty() && !type.equals("url")) {
            throw new SourceUnreadable(
                            Reason.REFUSED,
                            target,
                            "A Location that was read by URL names URLs, not what is of type \"" + type
                                    + "\". Leave the type out")
                    .allowing("no type, or url");
        }
        refusePattern(target);
        return file(resolved(from, target));
    }

    /// The file that a Location of type `url` names elsewhere.
    RemoteFile absolute(String target) {
        if (!target.startsWith("https://") && !target.startsWith("http://")) {
            throw new SourceUnreadable(
                            Reason.REFUSED,
                            target,
                            "A Location of type url needs a full URL, not \"" + target
                                    + "\"; leave the type out for a path")
                    .allowing("a URL that begins with https://");
        }
        refusePattern(target);
        return file(target);
    }

    /// The file that a placeholder in a remote file names: of the same repository, or of the same host where that is
    /// no repository.
    RemoteFile dependency(RemoteFile from, String target) {
        RemoteFile file = file(resolved(from, target), known.get(SourceReading.knownAs(from.location(), target)));
        HostedFile there = file.hosted();
        HostedFile here = from.hosted();
        boolean near = here == null
                ? origin(from.url()).equals(origin(file.url()))
                : there != null && here.sameRepository(there);
        if (!near) {
            String same = "the same " + (here == null ? "host" : "repository");
            throw new SourceUnreadable(
                            Reason.REFUSED, target, "A placeholder names content of " + same + ", not " + target)
                    .allowing("a path or URL of " + same);
        }
        return file;
    }

    /// Asks the server.
    ///
    /// @param before the fingerprint of what is known, or null to get the content in any case
    Fetched fetch(RemoteFile file, @Nullable String before) {
        OutboundResponse response;
        try {
            response = outbound.fetch(request(file)
                    .withMaxBytes(settings.maxFileSize().toBytes())
                    .withTimeout(settings.fileTimeout())
                    .unless(mark(before, "|e="), mark(before, "|m=")));
        } catch (Refusal refusal) {
            throw unreadable(file, refusal);
        }
        if (response.status() == 304 && before != null) {
            return new Fetched(before, null);
        }
        refuseStatus(file, response);
        byte[] content = response.body();
        String modified = shortEnough(response.header("Last-Modified").orElse(""));
        String etag = shortEnough(response.header("ETag").orElse(""));
        String fingerprint = Fingerprints.sha256(content)
                + (modified.isEmpty() ? "" : "|m=" + modified)
                + (etag.isEmpty() ? "" : "|e=" + etag);
        return new Fetched(fingerprint, content);
    }

    /// What a refused or failed call means for a source.
    static SourceUnreadable unreadable(SourceFile file, Refusal refusal) {
        Reason reason =
                switch (refusal) {
                    case Refusal.Unavailable away -> Reason.UNREACHABLE;
                    case Refusal.TooMany busy -> Reason.UNREACHABLE;
                    case Refusal r when r.code().equals("outbound-too-large") -> Reason.TOO_LARGE;
                    default -> Reason.REFUSED;
                };
        return new SourceUnreadable(reason, file.location(), refusal.reason(), refusal);
    }

    private OutboundRequest request(RemoteFile file) {
        HostedFile hosted = file.hosted();
        if (credential == null || !credential.isFor(file.url())) {
            return OutboundRequest.get(
                    hosted == null ? file.url() : hosted.kind().rawUrl(hosted));
        }
        String header = credential.forHttp();
        if (hosted == null) {
            return OutboundRequest.get(file.url()).withSecret("Authorization", header);
        }
        return OutboundRequest.get(hosted.kind().apiUrl(hosted))
                .with("Accept", String.join(", ", hosted.kind().accept()))
                .withSecret("Authorization", header);
    }

    private void refuseStatus(RemoteFile file, OutboundResponse response) {
        int status = response.status();
        String url = file.url();
        if (status == 404 || status == 410) {
            throw new SourceUnreadable(
                    Reason.MISSING,
                    file.location(),
                    url + " is not there, or needs a credential (status " + status + "). Check the address");
        }
        if (status == 401 || status == 403) {
            String remedy = credential == null ? "Name a credential" : "Check what the credential may read";
            throw new SourceUnreadable(
                    Reason.UNAUTHORISED, file.location(), url + " may not be read (status " + status + "). " + remedy);
        }
        if (status == 429 || status >= 500) {
            throw new SourceUnreadable(
                    Reason.UNREACHABLE,
                    file.location(),
                    url + " is not to be had at the moment (status " + status + "). It is read again next time");
        }
        if (!response.successful()) {
            throw new SourceUnreadable(
                    Reason.BROKEN, file.location(), url + " answered with status " + status + ", not with a file");
        }
        String type = response.header("Content-Type").orElse("");
        if (type.startsWith("text/html") && !URI.create(url).getPath().endsWith(".html")) {
            throw new SourceUnreadable(
                    Reason.BROKEN,
                    file.location(),
                    url + " answered with a web page, not with a file: a sign-in page, or the wrong address");
        }
    }

    private String resolved(RemoteFile from, String target) {
        try {
            HostedFile hosted = from.hosted();
            URI base = URI.create(from.url());
            String escaped = target.replace(" ", "%20");
            if (hosted != null && target.startsWith("/") && !target.startsWith("//")) {
                String path = base.getRawPath();
                String file = GitHost.encoded(hosted.path());
                String root = path.endsWith(file) ? path.substring(0, path.length() - file.length()) : path;
                return base.resolve(root + escaped.substring(1)).toString() + hosted.query();
            }
            URI resolved = base.resolve(escaped);
            boolean relative = !URI.create(escaped).isAbsolute();
            return resolved + (hosted != null && relative && resolved.getRawQuery() == null ? hosted.query() : "");
        } catch (IllegalArgumentException notAUrl) {
            throw new SourceUnreadable(
                            Reason.REFUSED, target, "\"" + target + "\" is neither a path nor a URL", notAUrl)
                    .allowing("a URL, or a path relative to this file");
        }
    }

    private static void refusePattern(String target) {
        if (target.indexOf('*') >= 0) {
            throw new SourceUnreadable(
                            Reason.REFUSED,
                            target,
                            "The pattern " + target
                                    + " cannot be listed by URL. Register the repository as a git source")
                    .allowing("the URL of one file");
        }
    }

    private static String origin(String url) {
        URI uri = URI.create(url);
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    private static @Nullable String mark(@Nullable String fingerprint, String name) {
        if (fingerprint == null) {
            return null;
        }
        int begin = fingerprint.indexOf(name);
        if (begin < 0) {
            return null;
        }
        String rest = fingerprint.substring(begin + name.length());
        int end = name.equals("|m=") ? rest.indexOf("|e=") : -1;
        return end < 0 ? rest : rest.substring(0, end);
    }

    private static String shortEnough(String mark) {
        boolean plain = mark.chars().allMatch(c -> c >= ' ' && c < 127 && c != '|');
        return plain && mark.length() <= LONGEST_MARK ? mark : "";
    }

    /// What the server answered.
    ///
    /// @param content null where it said that nothing changed
    @SuppressWarnings("ArrayRecordComponent") // handed from one class to one other, never compared
    record Fetched(String fingerprint, byte @Nullable [] content) {}

    /// Makes what a reading needs.
    static final class Factory {

        private final Outbound outbound;
        private final GitHosts hosts;
        private final SourceSettings settings;

        Factory(Outbound outbound, GitHosts hosts, SourceSettings settings) {
            this.outbound = outbound;
            this.hosts = hosts;
            this.settings = settings;
        }

        RemoteFiles withoutCredential(Map<String, String> known) {
            return new RemoteFiles(outbound, hosts, settings, known, null);
        }

        RemoteFiles with(@Nullable Credential credential, Map<String, String> known) {
            return new RemoteFiles(outbound, hosts, settings, known, credential);
        }
    }
}
