package dev.portico.catalog.internal.source;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The kinds of Git hosts whose web addresses Portico understands: how a file is shown, edited and fetched there.
enum GitHost {
    GITHUB("blob", "x-access-token"),
    GITLAB("-/blob", "oauth2"),
    BITBUCKET("src", "x-token-auth"),
    GITEA("src/branch", "oauth2");

    /// The words that stand where a web address of a file says what it shows.
    static final Set<String> FORMS = Set.of("blob", "tree", "edit", "raw", "src", "_edit");

    private final String blobForm;
    private final String tokenUser;

    GitHost(String blobForm, String tokenUser) {
        this.blobForm = blobForm;
        this.tokenUser = tokenUser;
    }

    static Optional<GitHost> named(String name) {
        for (GitHost kind : values()) {
            if (kind.name().equals(name.toUpperCase(Locale.ROOT))) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /// The user name that goes with a token where Git asks for a password.
    String tokenUser() {
        return tokenUser;
    }

    /// Where a browser shows a file.
    String viewUrl(String repositoryUrl, String branch, String path) {
        return repositoryUrl + '/' + blobForm + '/' + encoded(branch) + '/' + encoded(path);
    }

    /// Where a browser shows the folder of a file; ends in `/`.
    String folderUrl(HostedFile file) {
        String folder = file.path().substring(0, file.path().lastIndexOf('/') + 1);
        String form =
                switch (this) {
                    case GITHUB -> "tree";
                    case GITLAB -> "-/tree";
                    case BITBUCKET -> "src";
                    case GITEA -> "src/" + file.refKind();
                };
        return file.repositoryUrl() + '/' + form + '/' + encoded(file.branch()) + '/' + encoded(folder) + file.query();
    }

    /// Where a browser edits a file.
    String editUrl(HostedFile file) {
        String rest = encoded(file.branch()) + '/' + encoded(file.path());
        return switch (this) {
            case GITHUB -> file.repositoryUrl() + "/edit/" + rest;
            case GITLAB -> file.repositoryUrl() + "/-/edit/" + rest;
            case BITBUCKET -> file.repositoryUrl() + "/src/" + rest + "?mode=edit&spa=0&at=" + encoded(file.branch());
            case GITEA -> file.repositoryUrl() + "/_edit/" + rest;
        };
    }

    /// Where the content of a file is to be had without a credential.
    String rawUrl(HostedFile file) {
        String rest = encoded(file.branch()) + '/' + encoded(file.path());
        return switch (this) {
            case GITHUB ->
                file.origin().equals("https://github.com")
                        ? "https://raw.githubusercontent.com/" + file.repository() + '/' + rest
                        : file.repositoryUrl() + "/raw/" + rest;
            case GITLAB -> file.repositoryUrl() + "/-/raw/" + rest;
            case BITBUCKET -> file.repositoryUrl() + "/raw/" + rest;
            case GITEA -> file.repositoryUrl() + "/raw/" + file.refKind() + '/' + rest;
        };
    }

    /// Where the content of a file is to be had with a credential.
    String apiUrl(HostedFile file) {
        String path = encoded(file.path());
        String branch = encodedPart(file.branch());
        String origin = file.origin();
        return switch (this) {
            case GITHUB ->
                (origin.equals("https://github.com") ? "https://api.github.com" : origin + "/api/v3") + "/repos/"
                        + file.repository() + "/contents/" + path + "?ref=" + branch;
            case GITLAB ->
                origin + "/api/v4/projects/" + encodedPart(file.repository()) + "/repository/files/"
                        + encodedPart(file.path()) + "/raw?ref=" + branch;
            case BITBUCKET ->
                (origin.equals("https://bitbucket.org") ? "https://api.bitbucket.org" : origin) + "/2.0/repositories/"
                        + file.repository() + "/src/" + branch + '/' + path;
            case GITEA -> origin + "/api/v1/repos/" + file.repository() + "/raw/" + path + "?ref=" + branch;
        };
    }

    /// The media type to ask for, so that the content itself is answered.
    List<String> accept() {
        return this == GITHUB ? List.of("application/vnd.github.raw+json", "*/*") : List.of("*/*");
    }

    /// Percent-encodes a path, leaving its slashes.
    static String encoded(String path) {
        return encode(path, "-._~/!$&'()*+,;=:@");
    }

    private static String encodedPart(String part) {
        return encode(part, "-._~");
    }

    private static String encode(String text, String kept) {
        StringBuilder out = new StringBuilder();
        for (byte b : text.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (c < 128 && (Character.isLetterOrDigit(c) || kept.indexOf(c) >= 0)) {
                out.append(c);
            } else {
                out.append('%').append(String.format(Locale.ROOT, "%02X", b & 0xFF));
            }
        }
        return out.toString();
    }
}
