package dev.portico.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.PorticoTest;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Whatever concerns sources needs its permission, whichever door it comes through.
@PorticoTest
final class SourceRightsTest {

    private static final String NAME = "rights-of-sources";
    private static final Reader GUEST =
            new Reader("account:guest", null, "Guest", null, Set.of(), Set.of("guest"), null);
    private static final SourceDefinition DEFINITION =
            new SourceDefinition(NAME, "file", "/nowhere.yaml", null, null, null, Duration.ZERO);
    private static final List<DescriptorUpload> FILES =
            List.of(new DescriptorUpload("a.yaml", "kind: Component".getBytes(StandardCharsets.UTF_8)));

    @Autowired
    private Sources sources;

    @Test
    void a_guest_may_nothing_with_sources() {
        Map<String, Runnable> all = new LinkedHashMap<>();
        all.put("list", () -> sources.list(GUEST));
        all.put("source", () -> sources.source(NAME, GUEST));
        all.put("runs", () -> sources.runs(NAME, 1, GUEST));
        all.put("problems", () -> sources.problems(NAME, GUEST));
        all.put("suggest", () -> sources.suggest("/nowhere.yaml", GUEST));
        all.put("preview of a source", () -> sources.preview(DEFINITION, GUEST));
        all.put("preview of files", () -> sources.preview(NAME, FILES, GUEST));
        all.put("register", () -> sources.register(DEFINITION, GUEST));
        all.put("upload", () -> sources.upload(NAME, FILES, GUEST));
        all.put("push", () -> sources.push(NAME, FILES, GUEST));
        all.put("refresh", () -> sources.refresh(NAME, GUEST));
        all.put("remove", () -> sources.remove(NAME, GUEST));

        all.forEach((what, call) -> assertThatThrownBy(call::run).as(what).isInstanceOf(Refusal.Forbidden.class));
        assertThat(sources.list(Reader.system("test")))
                .noneMatch(source -> source.definition().name().equals(NAME));
    }
}
