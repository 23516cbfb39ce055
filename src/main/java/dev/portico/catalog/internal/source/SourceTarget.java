package dev.portico.catalog.internal.source;

import dev.portico.kernel.Refusal;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a source points at.
///
/// @param type    `file`, `folder`, `glob`, `url` or `git`
/// @param target  an absolute path, a pattern of absolute paths, or a URL without credentials
/// @param branch  the branch of a `git` source; null for the repository's default
/// @param pattern which files of a `folder` or `git` source are descriptors; null for `**/catalog-info.{yaml,yml}`
/// @param secret  the name in Secrets of the credential of a `url` or remote `git` source: `source.HOST`, or
///                `source.HOST_` and any more, so that whoever registers a source cannot have a credential sent to a
///                host that it is not for; null where none is needed
public record SourceTarget(
        String type,
        String target,
        @Nullable String branch,
        @Nullable String pattern,
        @Nullable String secret) {

    /// The files that are descriptors where a folder or repository says nothing else.
    public static final String DEFAULT_PATTERN = "**/catalog-info.{yaml,yml}";

    private static final Set<String> TYPES = Set.of("file", "folder", "glob", "url", "git");
    private static final int LONGEST = 2_000;

    public SourceTarget {
        if (!TYPES.contains(type)) {
            throw refused("A source of type \"" + type + "\" is not known; use file, folder, glob, url or git");
        }
        if (target.isBlank() || target.length() > LONGEST) {
            throw refused("The target of a source has between 1 and " + LONGEST + " characters");
        }
        refuseControls("target", target);
        refuseControls("branch", branch);
        refuseControls("pattern", pattern);
        refuseControls("secret", secret);
        if (type.equals("url") || (type.equals("git") && target.contains("://"))) {
            refuseOddUrl(target);
        } else if (!Path.of(target).isAbsolute()) {
            throw refused(target + " is not a full path; begin it with /");
        }
        if (branch != null && !type.equals("git")) {
            throw refused("Only a git source has a branch; leave it out for " + target);
        }
        if (pattern != null && !type.equals("git") && !type.equals("folder")) {
            throw refused("Only a folder or git source has a pattern; leave it out for " + target);
        }
        if (secret != null) {
            refuseSecretOfAnotherHost(secret, target);
        }
    }

    /// A target with nothing but its type and place.
    public static SourceTarget of(String type, String target) {
        return new SourceTarget(type, target, null, null, null);
    }

    /// The same target with a credential.
    public SourceTarget withSecret(@Nullable String name) {
        return new SourceTarget(type, target, branch, pattern, name);
    }

    /// The same target with another pattern.
    public SourceTarget withPattern(@Nullable String files) {
        return new SourceTarget(type, target, branch, files, secret);
    }

    /// The same target with another branch.
    public SourceTarget withBranch(@Nullable String name) {
        return new SourceTarget(type, target, name, pattern, secret);
    }

    /// Which files are descriptors.
    public String descriptorPattern() {
        return Optional.ofNullable(pattern).orElse(DEFAULT_PATTERN);
    }

    /// The target as `type:target`, the form that Location refs have.
    public String ref() {
        return type + ':' + target;
    }

    private static void refuseOddUrl(String target) {
        URI url;
        try {
            url = new URI(target);
        } catch (URISyntaxException notAUrl) {
            throw refused(target + " is not a URL; write https://host/path and spaces as %20");
        }
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw refused("Portico reads " + target + " by https alone; write https://host/path");
        }
        if (url.getHost() == null || url.getRawUserInfo() != null) {
            throw refused("The URL of a source names a plain host and no user; name a credential for that");
        }
    }

    private static void refuseSecretOfAnotherHost(String secret, String target) {
        if (!target.contains("://")) {
            throw refused("Only what is read by URL has a credential; leave it out for " + target);
        }
        String name = "source." + URI.create(target).getHost().toLowerCase(Locale.ROOT);
        if (!secret.equals(name) && !secret.startsWith(name + '_')) {
            throw refused("The credential " + secret + " is not one for " + target + ". Store it under the name " + name
                    + ", or a longer one that begins with " + name + '_');
        }
    }

    private static void refuseControls(String what, @Nullable String value) {
        if (value != null && value.chars().anyMatch(c -> c < ' ' || c == 127)) {
            throw refused("The " + what + " of a source holds a control character");
        }
    }

    private static Refusal refused(String message) {
        return new Refusal.InvalidInput("source-target", message);
    }
}
