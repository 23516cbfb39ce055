package dev.portico.access.web;

import dev.portico.access.Space;
import dev.portico.access.SpaceEdit;
import dev.portico.access.Spaces;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Spaces over REST. Whoever changes one names the version they saw.
@RestController
@RequestMapping("/api/portico/access/spaces")
class SpacesController {

    private final Spaces spaces;

    SpacesController(Spaces spaces) {
        this.spaces = spaces;
    }

    /// The spaces that one may see, or with `own=true` those of one's own groups.
    @GetMapping
    SpacesJson list(Reader reader, @RequestParam(defaultValue = "false") boolean own) {
        return new SpacesJson((own ? spaces.own(reader) : spaces.list(reader))
                .stream().map(SpaceJson::of).toList());
    }

    @PostMapping
    ResponseEntity<SpaceJson> create(Reader reader, @RequestBody @Valid NewSpaceJson json) {
        Space made = spaces.create(
                reader,
                json.name(),
                json.title() == null ? json.name() : json.title(),
                json.description() == null ? "" : json.description(),
                refs(json.groups()));
        return ResponseEntity.created(URI.create("/api/portico/access/spaces/" + made.name()))
                .body(SpaceJson.of(made));
    }

    @GetMapping("/{name}")
    SpaceJson space(Reader reader, @PathVariable String name) {
        return SpaceJson.of(spaces.space(reader, name));
    }

    @PatchMapping("/{name}")
    SpaceJson change(
            Reader reader,
            @PathVariable String name,
            @RequestParam int version,
            @RequestBody @Valid SpaceEditJson json) {
        return SpaceJson.of(spaces.change(reader, name, version, json.edit()));
    }

    /// What goes along when the space is deleted, counted by kind.
    @GetMapping("/{name}/belongings")
    BelongingsJson belongings(Reader reader, @PathVariable String name) {
        return new BelongingsJson(spaces.belongings(reader, name));
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Reader reader, @PathVariable String name, @RequestParam int version) {
        spaces.delete(reader, name, version);
    }

    private static Set<EntityRef> refs(Set<String> groups) {
        return groups.stream()
                .map(group -> EntityRef.parse(group, "group", EntityRef.DEFAULT_NAMESPACE))
                .collect(Collectors.toSet());
    }

    record SpacesJson(List<SpaceJson> items) {}

    /// @param counts how many there are, by kind
    record BelongingsJson(Map<String, Long> counts) {}

    /// @param version counts up with each change
    record SpaceJson(
            String name,
            String title,
            String description,
            List<String> groups,
            Map<String, String> settings,
            int version,
            String createdBy,
            Instant createdAt,
            Instant changedAt) {

        static SpaceJson of(Space space) {
            return new SpaceJson(
                    space.name(),
                    space.title(),
                    space.description(),
                    space.groups().stream().map(EntityRef::toString).sorted().toList(),
                    space.settings(),
                    space.version(),
                    space.createdBy(),
                    space.createdAt(),
                    space.changedAt());
        }
    }

    /// @param title  what people call it; the name where left out
    /// @param groups refs of its root groups
    record NewSpaceJson(
            @NotNull String name,
            @Nullable String title,
            @Nullable String description,
            @NotNull @Size(max = Spaces.MOST_GROUPS) Set<String> groups) {}

    /// @param groups   all root groups from now on; left out where they stay
    /// @param settings all settings from now on; left out where they stay
    record SpaceEditJson(
            @Nullable String title,
            @Nullable String description,
            @Nullable @Size(max = Spaces.MOST_GROUPS) Set<String> groups,
            @Nullable Map<String, String> settings) {

        SpaceEdit edit() {
            return new SpaceEdit(title, description, groups == null ? null : refs(groups), settings);
        }
    }
}
