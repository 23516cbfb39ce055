package dev.portico.catalog.web;

import dev.portico.catalog.DescriptorUpload;
import dev.portico.catalog.Problem;
import dev.portico.catalog.SourceHealth;
import dev.portico.catalog.SourcePreview;
import dev.portico.catalog.SourceRun;
import dev.portico.catalog.Sources;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Sources over REST.
@RestController
@RequestMapping("/api/portico/sources")
final class SourcesController {

    private static final int RUNS = 50;

    private final Sources sources;

    SourcesController(Sources sources) {
        this.sources = sources;
    }

    @GetMapping
    List<SourceHealth> list(Reader reader) {
        return sources.list(reader);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    SourceHealth register(@Valid @RequestBody SourceJson source, Reader reader) {
        return sources.register(source.definition(), reader);
    }

    @PostMapping("/preview")
    SourcePreview preview(@Valid @RequestBody SourceJson source, Reader reader) {
        return sources.preview(source.definition(), reader);
    }

    @GetMapping("/{name}")
    SourceHealth source(@PathVariable String name, Reader reader) {
        return sources.source(name, reader);
    }

    @GetMapping("/{name}/runs")
    List<SourceRun> runs(@PathVariable String name, Reader reader) {
        return sources.runs(name, RUNS, reader);
    }

    @GetMapping("/{name}/problems")
    List<Problem> problems(@PathVariable String name, Reader reader) {
        return sources.problems(name, reader);
    }

    @PostMapping("/{name}/refresh")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void refresh(@PathVariable String name, Reader reader) {
        sources.refresh(name, reader);
    }

    /// Replaces what the push source of that name holds with the descriptors in the body, YAML or JSON. Sending the
    /// same again changes nothing. Once it answers, what was sent is kept; the answer lists what is wrong with it.
    ///
    /// @param space the space of a source that is not there yet; left out for none
    @PutMapping("/{name}/descriptors")
    PushJson push(
            @PathVariable String name,
            @RequestParam(defaultValue = "catalog-info.yaml") String file,
            @RequestParam(required = false) @Nullable String space,
            @RequestBody(required = false) byte[] body,
            Reader reader) {
        if (body == null) {
            throw new Refusal.InvalidInput(
                    "descriptors-missing",
                    "The request has no body; send the descriptors as YAML or JSON, such as curl --upload-file FILE.");
        }
        SourceRun run = sources.push(name, space, List.of(new DescriptorUpload(file, body)), reader);
        return new PushJson(run, sources.sent(name, reader));
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String name, Reader reader) {
        sources.remove(name, reader);
    }
}
