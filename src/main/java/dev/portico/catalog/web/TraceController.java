package dev.portico.catalog.web;

import dev.portico.catalog.Traces;
import dev.portico.kernel.Reader;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Why an entity is missing, over REST.
@RestController
@RequestMapping("/api/portico/catalog/trace")
final class TraceController {

    private final Traces traces;

    TraceController(Traces traces) {
        this.traces = traces;
    }

    /// What became of an entity or a descriptor, as far as the caller may know: `what` is a name, a reference such as
    /// `component:default/fares`, or the address or path of a descriptor.
    @GetMapping
    TraceJson trace(@RequestParam String what, Reader reader) {
        return TraceJson.of(traces.trace(what, reader));
    }
}
