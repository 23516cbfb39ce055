package dev.portico.access.web;

import dev.portico.access.PolicyExchange;
import dev.portico.access.PolicyExchange.Imported;
import dev.portico.access.PolicySummary;
import dev.portico.kernel.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Policies as text over REST, with the rights that policies take.
@RestController
@RequestMapping("/api/portico/access/policies/{number}")
class PolicyTextController {

    private static final MediaType YAML = new MediaType("application", "yaml", StandardCharsets.UTF_8);

    private final PolicyExchange exchange;

    PolicyTextController(PolicyExchange exchange) {
        this.exchange = exchange;
    }

    /// The roles of the policy as YAML.
    @GetMapping("/yaml")
    ResponseEntity<String> yaml(Reader reader, @PathVariable int number) {
        return ResponseEntity.ok().contentType(YAML).body(exchange.yaml(reader, number));
    }

    /// Puts roles into the draft, in place of those it has.
    @PutMapping("/yaml")
    PolicySummary take(Reader reader, @PathVariable int number, @RequestParam int version, @RequestBody String yaml) {
        return exchange.take(reader, number, version, yaml);
    }

    /// Adds to the draft what Red Hat's RBAC plugin keeps.
    @PostMapping("/rbac")
    Imported rbac(Reader reader, @PathVariable int number, @RequestParam int version, @RequestBody RbacJson json) {
        return exchange.takeRbac(
                reader,
                number,
                version,
                Objects.requireNonNullElse(json.csv(), ""),
                Objects.requireNonNullElse(json.conditions(), ""));
    }

    /// @param csv        the lines `p, …` and `g, …`
    /// @param conditions the conditional policies as YAML
    record RbacJson(@Nullable String csv, @Nullable String conditions) {}
}
