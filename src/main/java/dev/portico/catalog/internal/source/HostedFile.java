package dev.portico.catalog.internal.source;

/// A file or folder of a repository, as a web address of a known Git host names it.
///
/// @param kind       the kind of host
/// @param origin     scheme, host and port
/// @param repository owner and name, such as `acme/shop`; with GitLab's groups in between
/// @param form       what the address shows: `blob`, `tree`, `edit`, `raw` or `src`; empty for the repository itself
/// @param refKind    for Gitea: `branch`, `commit` or `tag`
/// @param branch     the branch, tag or commit; empty where the address names none
/// @param path       the path in the repository, decoded; empty for its root
/// @param query      the query with its `?`, or empty
record HostedFile(
        GitHost kind,
        String origin,
        String repository,
        String form,
        String refKind,
        String branch,
        String path,
        String query) {

    /// Whether a file or folder is named, not just the repository.
    boolean namesPath() {
        return !branch.isEmpty();
    }

    boolean namesFile() {
        return namesPath() && !path.isEmpty() && !path.endsWith("/") && !form.equals("tree");
    }

    /// The web address of the repository, without a slash at its end.
    String repositoryUrl() {
        return origin + '/' + repository;
    }

    boolean sameRepository(HostedFile other) {
        return origin.equals(other.origin) && repository.equalsIgnoreCase(other.repository);
    }
}
