package dev.portico.catalog.internal.source;

import java.util.Optional;

/// A file of a source. Its content is read when it is first needed and at most once, so that the fingerprint is that of
/// the bytes handed out.
public interface SourceFile {

    /// Where the file is, as `type:target`, in the form of the annotation `backstage.io/managed-by-location`:
    /// `file:/srv/catalog/a.yaml`, `url:https://git.example.com/…/a.yaml`, `git:/srv/repo#main:a.yaml`.
    String location();

    /// The fingerprint of the content.
    ///
    /// @throws SourceUnreadable where finding out needs reading, and reading fails
    String fingerprint();

    /// Whether the content is that of the last good run. Costs least where a source knows without reading.
    ///
    /// @throws SourceUnreadable where finding out needs reading, and reading fails
    boolean unchanged();

    /// The content, within the limit of size.
    ///
    /// @throws SourceUnreadable where it cannot be read
    byte[] bytes();

    /// Whether reading it asks another server.
    default boolean remote() {
        return false;
    }

    /// Where a person sees the file in a browser; nowhere unless it says so.
    default Optional<String> viewUrl() {
        return Optional.empty();
    }

    /// Where a person edits the file in a browser; nowhere unless it says so.
    default Optional<String> editUrl() {
        return Optional.empty();
    }

    /// The folder of the file as `type:target`, for the annotation `backstage.io/source-location`.
    default Optional<String> sourceLocation() {
        return Optional.empty();
    }
}
