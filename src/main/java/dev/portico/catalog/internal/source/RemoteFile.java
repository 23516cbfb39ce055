package dev.portico.catalog.internal.source;

import dev.portico.catalog.internal.source.RemoteFiles.Fetched;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A file behind a URL. Asks the server once, and only for what is newer than the last good run.
///
/// The fingerprint is the digest of the content with the server's own marks behind it (`|m=` Last-Modified, `|e=`
/// ETag), so that the next run can ask with them.
final class RemoteFile implements SourceFile {

    private final String url;
    private final @Nullable HostedFile hosted;
    private final @Nullable String known;
    private final RemoteFiles files;
    private @Nullable Fetched fetched;
    private byte @Nullable [] content;

    RemoteFile(String url, @Nullable HostedFile hosted, @Nullable String known, RemoteFiles files) {
        this.url = url;
        this.hosted = hosted;
        this.known = known;
        this.files = files;
    }

    /// The address as people see it, without `url:`.
    String url() {
        return url;
    }

    @Nullable
    HostedFile hosted() {
        return hosted;
    }

    @Override
    public String location() {
        return "url:" + url;
    }

    @Override
    public String fingerprint() {
        return fetched().fingerprint();
    }

    @Override
    public boolean unchanged() {
        return known != null && digest(known).equals(digest(fetched().fingerprint()));
    }

    @Override
    public byte[] bytes() {
        if (content == null) {
            content = fetched().content();
        }
        if (content == null) {
            // The server said that nothing changed, and someone wants the content all the same.
            fetched = files.fetch(this, null);
            content = fetched.content();
        }
        return content == null ? new byte[0] : content;
    }

    @Override
    public boolean remote() {
        return true;
    }

    @Override
    public Optional<String> viewUrl() {
        return Optional.of(url);
    }

    @Override
    public Optional<String> editUrl() {
        return Optional.ofNullable(hosted).map(file -> file.kind().editUrl(file));
    }

    @Override
    public Optional<String> sourceLocation() {
        return Optional.ofNullable(hosted).map(file -> "url:" + file.kind().folderUrl(file));
    }

    private Fetched fetched() {
        if (fetched == null) {
            fetched = files.fetch(this, known);
        }
        return fetched;
    }

    private static String digest(String fingerprint) {
        int bar = fingerprint.indexOf('|');
        return bar < 0 ? fingerprint : fingerprint.substring(0, bar);
    }
}
