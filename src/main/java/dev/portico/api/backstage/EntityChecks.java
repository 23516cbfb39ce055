package dev.portico.api.backstage;

import dev.portico.catalog.Descriptors;
import dev.portico.catalog.Locations;
import dev.portico.catalog.Problem;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import tools.jackson.databind.JsonNode;

/// Judging an entity without taking it in, and having one read again.
@Controller
@RequestMapping("/api/catalog")
final class EntityChecks {

    private final Descriptors descriptors;
    private final Locations locations;

    EntityChecks(Descriptors descriptors, Locations locations) {
        this.descriptors = descriptors;
        this.locations = locations;
    }

    /// Answers without a body where the entity is valid, and with what is wrong where not.
    @PostMapping("/validate-entity")
    void validate(Reader reader, HttpServletRequest http, HttpServletResponse response) throws IOException {
        List<ErrorJson> errors;
        try {
            Body body = Body.of(http, Set.of("entity", "location"));
            JsonNode entity = body.value("entity");
            String location = body.text("location");
            if (entity == null || !entity.isObject() || location == null) {
                throw InputError.of("Malformed request, it needs an entity and a location");
            }
            if (!location.startsWith("url:") || location.length() == "url:".length()) {
                throw InputError.of("Invalid location ref " + location
                        + ", only 'url:<target>' is supported, e.g. url:https://host/path");
            }
            errors = descriptors.judge(entity.toString(), location, reader).stream()
                    .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                    .map(ErrorJson::of)
                    .toList();
        } catch (Refusal.InvalidInput wrong) {
            errors = List.of(new ErrorJson("InputError", wrong.reason()));
        }
        if (!errors.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            Answer.send(Map.of("errors", errors), response);
        }
    }

    /// Has the source of an entity run now. The field `authorizationToken` is taken and not used: the request's own
    /// credentials count.
    @PostMapping("/refresh")
    @ResponseStatus(HttpStatus.OK)
    void refresh(Reader reader, HttpServletRequest http) throws IOException {
        String ref = Body.of(http, Set.of("entityRef", "authorizationToken")).text("entityRef");
        if (ref == null) {
            throw InputError.of("Malformed request, it needs an entityRef");
        }
        locations.refresh(EntityRef.parse(ref), reader);
    }

    /// One thing that is wrong.
    record ErrorJson(String name, String message) {

        static ErrorJson of(Problem problem) {
            String field = problem.field().isEmpty() ? "" : problem.field() + ": ";
            return new ErrorJson("InputError", field + problem.message());
        }
    }
}
