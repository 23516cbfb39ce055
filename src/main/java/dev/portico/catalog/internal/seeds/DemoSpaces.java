package dev.portico.catalog.internal.seeds;

import dev.portico.access.Space;
import dev.portico.access.SpaceEdit;
import dev.portico.access.Spaces;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Spaces of the sample company, made with it and removed with it. One that somebody has begun to work with stays.
@Component
public final class DemoSpaces {

    private static final Logger LOG = LoggerFactory.getLogger(DemoSpaces.class);
    private static final Reader ACTOR = Reader.system("seeds");
    private static final List<Place> PLACES = List.of(
            new Place("passenger", "Passenger services", "Whatever passengers plan, buy and ask.", "#space-passenger"),
            new Place("operations", "Train operations", "Timetable, control, crew and freight.", "#space-operations"),
            new Place("technology", "Technology", "The platform that the others build on.", "#space-technology"));

    private final Spaces spaces;

    DemoSpaces(Spaces spaces) {
        this.spaces = spaces;
    }

    /// Makes the spaces whose names are free.
    void make() {
        for (Place place : PLACES) {
            try {
                Space made = spaces.create(
                        ACTOR,
                        place.name,
                        place.title,
                        place.description,
                        Set.of(EntityRef.parse("group:default/" + place.name)));
                spaces.change(
                        ACTOR,
                        place.name,
                        made.version(),
                        new SpaceEdit(null, null, null, Map.of("channel", place.channel)));
            } catch (Refusal.Conflict taken) {
                LOG.atInfo().log("There is a space named {} already", place.name);
            }
        }
    }

    /// Removes the spaces that were made, where nothing has come to belong to them.
    public void remove() {
        for (Space space : spaces.list(ACTOR)) {
            boolean ours = space.createdBy().equals(ACTOR.subject());
            if (ours && spaces.belongings(ACTOR, space.name()).isEmpty()) {
                try {
                    spaces.delete(ACTOR, space.name(), space.version());
                } catch (Refusal.Conflict inUse) {
                    LOG.atInfo().log("The space {} stays: {}", space.name(), inUse.reason());
                }
            }
        }
    }

    private record Place(String name, String title, String description, String channel) {}
}
