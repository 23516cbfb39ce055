package dev.portico.catalog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A source as a registered location, the way Backstage names it.
///
/// @param id     the source's name
/// @param type   the source's type, such as `url`, `git` or `file`
/// @param target the path or URL
public record SourceLocation(String id, String type, String target) {

    /// The location as entities name it in their annotations, `type:target`.
    public String ref() {
        return type + ':' + target;
    }

    /// What Backstage calls the Location entity of such a location; the catalog holds none of that name.
    public String entityRef() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-1");
            String name = HexFormat.of().formatHex(sha.digest(ref().getBytes(StandardCharsets.UTF_8)));
            return "location:default/generated-" + name;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-1", e);
        }
    }
}
