package dev.portico.access;

import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The spaces.
///
/// Making one takes `access.space.create`; seeing one takes `access.space.read`, changing and deleting it
/// `access.space.manage`. Other root groups mean other rights for all who have rights in the space: setting them takes
/// `access.space.create` too, and whoever does it has to hold everywhere what others hold in the space. Each change
/// writes its audit row in the same transaction, and so does each attempt that is refused for want of rights.
public interface Spaces {

    /// How many root groups a space has at most.
    int MOST_GROUPS = 100;

    /// The spaces that the reader may see, in the order of their names.
    List<Space> list(Reader reader);

    /// Those of them whose things the reader's groups work on: a root group of theirs is the reader's, or above one.
    List<Space> own(Reader reader);

    /// One space.
    ///
    /// @throws Refusal.NotFound where there is none that the reader may see
    Space space(Reader reader, String name);

    /// Whether the reader may make spaces, and say which groups belong to one that they may change.
    boolean mayCreate(Reader reader);

    /// Whether the reader may change a space, and delete it where they may also remove what goes along.
    boolean mayChange(Reader reader, Space space);

    /// Refs of the groups that a space consists of at this moment: its root groups, and those below them. None where
    /// there is no such space. What somebody may know of it is for the caller to decide.
    Set<EntityRef> groups(String space);

    /// Makes a space.
    ///
    /// @param name 1 to 63 of `a-z`, `0-9`, `.`, `_` and `-`
    /// @throws Refusal.Conflict where the name is taken
    Space create(Reader reader, String name, String title, String description, Set<EntityRef> groups);

    /// Changes what is set in the edit.
    ///
    /// @param version the version that the reader saw
    /// @throws Refusal.Conflict where it was changed since
    Space change(Reader reader, String name, int version, SpaceEdit edit);

    /// What goes along when a space is deleted, counted by kind: `sources`, `tokens`; without kinds of which there is
    /// nothing. Takes the right to delete it.
    Map<String, Long> belongings(Reader reader, String name);

    /// Deletes a space with what goes along, all of it or nothing. What its groups own in the catalog otherwise stays.
    ///
    /// @throws Refusal.Conflict where it was changed since, or a role that is not of the space speaks of it or
    ///     includes one that is
    void delete(Reader reader, String name, int version);
}
