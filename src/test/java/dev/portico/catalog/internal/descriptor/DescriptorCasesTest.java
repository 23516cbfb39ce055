package dev.portico.catalog.internal.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.catalog.Problem;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds the reader to the project's own table of edge cases.
final class DescriptorCasesTest {

    static List<DescriptorCases.Case> cases() throws IOException {
        return DescriptorCases.read();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_descriptor_gets_its_verdict_and_its_problem_has_its_place(DescriptorCases.Case descriptor) {
        List<String> found = DescriptorCorpus.read(descriptor.bytes()).stream()
                .map(DocumentSummary::of)
                .toList();

        assertThat(found).isEqualTo(descriptor.expected());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void every_problem_says_what_is_wrong_and_how_to_mend_it(DescriptorCases.Case descriptor) {
        for (DescriptorDocument document : DescriptorCorpus.read(descriptor.bytes())) {
            assertThat(document.valid()).isEqualTo(document.entity() != null);
            for (Problem problem : document.problems()) {
                assertThat(problem.message()).endsWith(".").hasSizeLessThan(400);
                assertThat(problem.remedy()).endsWith(".").hasSizeLessThan(400);
                assertThat(problem.document()).isEqualTo(document.index());
                assertThat(problem.line()).isPositive();
                assertThat(problem.column()).isPositive();
            }
        }
    }

    @Test
    void the_table_is_not_empty() throws IOException {
        assertThat(cases()).hasSizeGreaterThan(150);
    }
}
