package dev.portico.catalog.internal;

import dev.portico.access.Access;
import dev.portico.access.ChangeGuard;
import dev.portico.access.Permission;
import dev.portico.access.Space;
import dev.portico.access.Spaces;
import dev.portico.catalog.CatalogPermissions;
import dev.portico.catalog.SourceDefinition;
import dev.portico.catalog.internal.store.CatalogSource;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a reader may with which sources. A source belongs to one space, or to none; rights that hold in a space alone
/// reach the sources of that space.
@Component
public final class SourceRights {

    private static final Set<String> ON_THE_SERVER = Set.of("file", "folder", "glob");

    private final Access access;
    private final ChangeGuard guard;
    private final Spaces spaces;
    private final SourceRegister register;

    SourceRights(Access access, ChangeGuard guard, Spaces spaces, SourceRegister register) {
        this.access = access;
        this.guard = guard;
        this.spaces = spaces;
        this.register = register;
    }

    /// Whether the reader holds the permission for some source at least.
    public boolean any(Reader reader, Permission permission) {
        return access.open(reader, permission);
    }

    /// Whether the reader holds the permission for every source there can be.
    public boolean everywhere(Reader reader, Permission permission) {
        return access.decide(reader, permission).allowed();
    }

    /// Whether the reader holds the permission for a source.
    public boolean may(Reader reader, Permission permission, SourceDefinition source) {
        // A source of no space has nothing that a condition could speak of: a "not" would hold for it, and a denial
        // not.
        return source.space() == null
                ? everywhere(reader, permission)
                : access.decide(reader, permission, SourceThing.of(source)).allowed();
    }

    /// The spaces that the reader may register and send sources of, by name.
    public List<Space> spaces(Reader reader) {
        return spaces.list(reader).stream()
                .filter(space -> access.decide(
                                reader, CatalogPermissions.REGISTER_SOURCE, new SourceThing("", space.name()))
                        .allowed())
                .toList();
    }

    /// Passes where the reader holds the permission for some source at least.
    public void requireAny(Reader reader, Permission permission) {
        access.requireOpen(reader, permission);
    }

    /// The source of that name, for a reader who holds the permission to read or to use it.
    ///
    /// @throws Refusal.NotFound when there is none that the reader may know of
    public CatalogSource seen(String name, Permission permission, Reader reader) {
        requireAny(reader, permission);
        CatalogSource source = register.named(name);
        if (!may(reader, permission, source.definition())) {
            throw SourceRegister.unknown(name);
        }
        return source;
    }

    /// The source of that name, to be changed; a refusal is audited.
    ///
    /// @throws Refusal.NotFound when there is none that the reader may know of
    public CatalogSource changed(String name, Permission permission, Reader reader) {
        if (!any(reader, permission)) {
            guard.require(reader, permission, CatalogPermissions.SOURCE, name);
        }
        CatalogSource source = register.named(name);
        if (!may(reader, CatalogPermissions.READ_SOURCE, source.definition())
                && !may(reader, permission, source.definition())) {
            guard.refused(reader, permission, CatalogPermissions.SOURCE, name);
            throw SourceRegister.unknown(name);
        }
        if (source.definition().space() == null) {
            guard.require(reader, permission, CatalogPermissions.SOURCE, name);
        } else {
            guard.require(reader, permission, SourceThing.of(source.definition()));
        }
        return source;
    }

    /// Passes where the reader may register or send this. A refusal is audited.
    public void requireRegistering(Reader reader, SourceDefinition definition) {
        String name = definition.name();
        if (!any(reader, CatalogPermissions.REGISTER_SOURCE)) {
            guard.require(reader, CatalogPermissions.REGISTER_SOURCE, CatalogPermissions.SOURCE, name);
        }
        requireHere(
                reader,
                definition,
                () -> guard.refused(reader, CatalogPermissions.REGISTER_SOURCE, CatalogPermissions.SOURCE, name));
    }

    /// As [#requireRegistering], for a preview.
    public void requirePreviewing(Reader reader, SourceDefinition definition) {
        requireAny(reader, CatalogPermissions.REGISTER_SOURCE);
        requireHere(reader, definition, () -> {});
    }

    private void requireHere(Reader reader, SourceDefinition definition, Runnable refused) {
        if (!may(reader, CatalogPermissions.REGISTER_SOURCE, definition)) {
            refused.run();
            throw refusal(reader.name() + " may register and send sources in some spaces only, and "
                    + (definition.space() == null
                            ? "this one is of none; name a space where they may"
                            : "not in the space of this one; name one where they may"));
        }
        if (definition.space() != null) {
            spaces.space(reader, definition.space());
        }
        if (!everywhere(reader, CatalogPermissions.REGISTER_SOURCE) && unencrypted(definition)) {
            refused.run();
            throw refusal(reader.name() + " may register sources in some spaces only, which are read by https alone;"
                    + " write an address that begins with https://, or ask an admin to register the source for the"
                    + " space");
        }
        if (!everywhere(reader, CatalogPermissions.REGISTER_SOURCE)
                && (onTheServer(definition) || definition.secret() != null)) {
            refused.run();
            throw refusal("Files on the server and secrets belong to no space, and " + reader.name()
                    + " may register sources in some spaces only; send the descriptors, name an address that can be"
                    + " read without a secret, or ask an admin to register the source for the space");
        }
    }

    /// Passes where an address that the reader has typed may be looked at: one on the server may be by whoever may
    /// register everything, since the answer tells what is there.
    public void requireSuggesting(Reader reader, String typed) {
        requireAny(reader, CatalogPermissions.REGISTER_SOURCE);
        if (!everywhere(reader, CatalogPermissions.REGISTER_SOURCE) && !remote(typed)) {
            throw refusal(reader.name() + " may register sources in some spaces only, to which no file on the server"
                    + " belongs; write an address that begins with https://");
        }
    }

    private static boolean unencrypted(SourceDefinition definition) {
        return definition.target().strip().toLowerCase(Locale.ROOT).startsWith("http://");
    }

    private static boolean onTheServer(SourceDefinition definition) {
        return ON_THE_SERVER.contains(definition.type())
                || (definition.type().equals("git") && !remote(definition.target()));
    }

    private static boolean remote(String address) {
        String start = address.strip().toLowerCase(Locale.ROOT);
        return start.startsWith("https://") || start.startsWith("http://");
    }

    /// The space of a source that is sent: the one it has, else the one that was named, else the only one that the
    /// reader's token is limited to.
    ///
    /// @throws Refusal.Conflict where it is in another space than the one that was named
    public @Nullable String space(String name, @Nullable String named, Reader reader) {
        CatalogSource held = register.find(name).orElse(null);
        if (held != null) {
            String space = held.definition().space();
            if (named != null
                    && !named.equals(space)
                    && may(reader, CatalogPermissions.REGISTER_SOURCE, held.definition())) {
                throw new Refusal.Conflict(
                        "source-space",
                        "The source " + name + (space == null ? " is of no space" : " is of the space " + space)
                                + "; leave the space out, or remove the source first");
            }
            return space;
        }
        Set<String> limits = reader.spaces();
        return named == null && limits != null && limits.size() == 1
                ? limits.iterator().next()
                : named;
    }

    private static Refusal.Forbidden refusal(String message) {
        return new Refusal.Forbidden(CatalogPermissions.REGISTER_SOURCE.name(), message);
    }
}
