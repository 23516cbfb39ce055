package dev.portico.access.web;

import dev.portico.access.ManagedSecrets;
import dev.portico.kernel.Reader;
import dev.portico.secrets.SecretSummary;
import dev.portico.secrets.SecretValue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Secrets over REST: written, never read back.
@RestController
@RequestMapping("/api/portico/secrets")
class SecretsController {

    private final ManagedSecrets secrets;

    SecretsController(ManagedSecrets secrets) {
        this.secrets = secrets;
    }

    @GetMapping
    SecretsJson list(Reader reader) {
        return new SecretsJson(secrets.list(reader));
    }

    @PutMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void put(Reader reader, @PathVariable String name, @RequestBody @Valid SecretJson json) {
        secrets.put(reader, name, SecretValue.of(json.value()));
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Reader reader, @PathVariable String name) {
        secrets.remove(reader, name);
    }

    /// Encrypts all secrets anew with the key of this node.
    @PostMapping("/rotation")
    RotationJson rotate(Reader reader) {
        return new RotationJson(secrets.rotate(reader));
    }

    record SecretsJson(List<SecretSummary> items) {}

    record SecretJson(@NotNull String value) {

        /// Without the value.
        @Override
        public String toString() {
            return "SecretJson[]";
        }
    }

    record RotationJson(int rotated) {}
}
