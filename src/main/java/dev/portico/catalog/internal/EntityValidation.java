package dev.portico.catalog.internal;

import dev.portico.catalog.Problem;
import dev.portico.catalog.internal.descriptor.CatalogDescriptorSettings;
import dev.portico.catalog.internal.descriptor.DescriptorOrigin;
import dev.portico.catalog.internal.descriptor.DescriptorReader;
import dev.portico.catalog.internal.descriptor.PlaceholderSource;
import dev.portico.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// Judges descriptors without taking them in. Placeholders are answered with stubs, so nothing is fetched.
@Component
public final class EntityValidation {

    private static final PlaceholderSource STUBS = target -> "{}".getBytes(StandardCharsets.UTF_8);

    private final DescriptorReader reader;

    EntityValidation(CatalogDescriptorSettings settings) {
        this.reader = new DescriptorReader(settings.toLimits(), settings.toRules());
    }

    /// What is wrong with the descriptor and what is remarkable, in the order found; no error means that it is valid.
    ///
    /// @param descriptor one entity as YAML or JSON
    /// @param location   where it would stand, as `type:target`
    /// @throws Refusal.InvalidInput when there is no entity, or more than one
    public List<Problem> judge(String descriptor, String location) {
        List<Problem> problems = new ArrayList<>();
        int[] documents = new int[1];
        reader.read(descriptor.getBytes(StandardCharsets.UTF_8), DescriptorOrigin.of(location), STUBS, document -> {
            documents[0]++;
            problems.addAll(document.problems());
        });
        if (documents[0] != 1) {
            throw new Refusal.InvalidInput("descriptor-count", "Send one entity; there are " + documents[0] + ".");
        }
        return problems;
    }
}
