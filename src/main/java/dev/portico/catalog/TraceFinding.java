package dev.portico.catalog;

import dev.portico.kernel.EntityRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a trace can find. None tells a reader of an entity or a source that they may not know of.
public sealed interface TraceFinding {

    /// Whether this is as one would want it.
    default boolean good() {
        return switch (this) {
            case Here _, Covered _, FileRead _, Current _ -> true;
            case Orphaned _, Hidden _, NotHere _, Elsewhere _, Similar _, Removed _, Refused _, Conflict _ -> false;
            case Unlisted _, NotNamed _, NotNamedElsewhere _ -> false;
            case KindNotTaken _, NotCovered _, LeftOut _, NotRead _, Failing _, Waiting _, SourcesClosed _ -> false;
        };
    }

    /// The entities that this is about, as far as the reader may read them.
    default List<EntitySummary> entities() {
        return List.of();
    }

    /// What was refused; null where nothing was.
    default @Nullable Problem problem() {
        return null;
    }

    /// The entity is in the catalog, and the reader may read it.
    record Here(EntitySummary entity) implements TraceFinding {
        @Override
        public List<EntitySummary> entities() {
            return List.of(entity);
        }
    }

    /// The same, but no source places it any more.
    record Orphaned(EntitySummary entity) implements TraceFinding {
        @Override
        public List<EntitySummary> entities() {
            return List.of(entity);
        }
    }

    /// The catalog holds it, and the reader may not read it; told only to those who may see sources.
    record Hidden(EntityRef ref) implements TraceFinding {}

    /// Nothing of the name is in the catalog, or the reader may not know of it.
    ///
    /// @param what what was asked
    record NotHere(String what) implements TraceFinding {}

    /// Entities of the same name, of another kind or in another namespace.
    record Elsewhere(List<EntitySummary> entities) implements TraceFinding {
        public Elsewhere {
            entities = List.copyOf(entities);
        }
    }

    /// Entities whose names are much like it.
    record Similar(List<EntitySummary> entities) implements TraceFinding {
        public Similar {
            entities = List.copyOf(entities);
        }
    }

    /// It was in the catalog once.
    ///
    /// @param at     since when it is gone
    /// @param source the source that placed it, or null where that is not known
    record Removed(EntityRef ref, Instant at, @Nullable String source) implements TraceFinding {}

    /// A descriptor was refused.
    ///
    /// @param source the source that read it, or null where the reader may not see sources
    record Refused(Problem problem, @Nullable String source) implements TraceFinding {}

    /// A descriptor was refused because something else places the same entity.
    ///
    /// @param source the source that read it, or null where the reader may not see sources
    record Conflict(Problem problem, @Nullable String source) implements TraceFinding {}

    /// This portal takes in no entities of that kind.
    ///
    /// @param allowed the kinds that it takes in
    record KindNotTaken(String kind, String allowed) implements TraceFinding {}

    /// A source reads this place.
    record Covered(SourceHealth source) implements TraceFinding {}

    /// No source reads this place.
    record NotCovered(String address) implements TraceFinding {}

    /// A source reads around this place, but leaves it out.
    ///
    /// @param why what it reads instead, such as a branch or a pattern
    record LeftOut(SourceHealth source, String why) implements TraceFinding {}

    /// A source has read the file.
    ///
    /// @param source   the source, or null where the reader may not see sources
    /// @param location the file as the catalog names it
    /// @param at       when its source last ran with success, or null where that is not told
    /// @param entities the entities that it places, as far as the reader may read them
    record FileRead(
            @Nullable String source,
            String location,
            @Nullable Instant at,
            List<EntitySummary> entities) implements TraceFinding {
        public FileRead {
            entities = List.copyOf(entities);
        }
    }

    /// The last run of a source found no such file.
    record NotRead(SourceHealth source) implements TraceFinding {}

    /// The last run of a source failed.
    record Failing(SourceHealth source) implements TraceFinding {}

    /// A source has not finished its first run yet, or runs at this moment.
    record Waiting(SourceHealth source) implements TraceFinding {}

    /// The last run of a source went well.
    record Current(SourceHealth source) implements TraceFinding {}

    /// A file lies beside those that a source reads and has the name in it, but the source does not read it.
    ///
    /// @param location the file as the catalog would name it
    record Unlisted(SourceHealth source, String location) implements TraceFinding {
        /// Where the file lies.
        public String path() {
            return location.startsWith("file:") ? location.substring("file:".length()) : location;
        }
    }

    /// A source was read well, and no file of it describes an entity of that name.
    record NotNamed(SourceHealth source) implements TraceFinding {}

    /// The same of further sources.
    ///
    /// @param sources how many
    record NotNamedElsewhere(int sources) implements TraceFinding {}

    /// The reader may not see sources, so that the rest stays untold.
    ///
    /// @param permission the permission that it takes
    record SourcesClosed(String permission) implements TraceFinding {}
}
