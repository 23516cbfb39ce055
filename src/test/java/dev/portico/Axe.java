package dev.portico;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/// Looks at a page as axe-core does: whether everyone can use it, as far as a program can tell.
public final class Axe {

    private static final String CODE = code();
    private static final String RUN = """
            async () => {
              const found = await axe.run(document, {resultTypes: ['violations']});
              return found.violations
                .filter(rule => rule.impact !== 'minor')
                .flatMap(rule => rule.nodes.map(node =>
                  `${rule.id}: ${node.target.join(' ')} ${node.html.slice(0, 160)} ${node.failureSummary}`));
            }""";

    private Axe() {}

    /// Holds the page to having no finding but minor ones, and to fitting its window. What still fades in gets
    /// three seconds for it.
    public static void accepts(Page page) throws Exception {
        page.evaluate(CODE);
        Eventually.passes(Duration.ofSeconds(3), () -> {
            Object found = page.evaluate(RUN);
            assertThat((List<?>) found)
                    .as("what axe-core finds at " + page.url())
                    .isEmpty();
        });
        assertThat(page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
                .as("how far " + page.url() + " is wider than its window")
                .isEqualTo(0);
    }

    private static String code() {
        try (InputStream code = Objects.requireNonNull(Axe.class.getResourceAsStream("/axe.min.js"))) {
            return new String(code.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
