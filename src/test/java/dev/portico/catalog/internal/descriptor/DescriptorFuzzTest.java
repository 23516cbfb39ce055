package dev.portico.catalog.internal.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Fuzzes the reader: Jazzer in a process of its own for 15 seconds, or 10 minutes in a long run, beginning with the
/// project's own edge cases. An input that takes more than 30 seconds, or more than 512 MB, fails it too.
final class DescriptorFuzzTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void nothing_that_is_read_does_more_than_report_problems() throws IOException, InterruptedException {
        int seconds = Boolean.getBoolean("portico.long") ? 600 : 15;
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(command(seconds))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        int code = process.waitFor();

        String text = Files.readString(output);
        assertThat(code).as(text).isZero();
        assertThat(text).contains("Done ");
    }

    private List<String> command(int seconds) throws IOException {
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        for (DescriptorCases.Case seed : DescriptorCases.read()) {
            Files.write(corpus.resolve(seed.name()), seed.bytes());
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-XX:+EnableDynamicAgentLoading", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add("com.code_intelligence.jazzer.Jazzer");
        command.add("--target_class=" + DescriptorFuzz.class.getName());
        command.add("--instrumentation_includes=dev.portico.catalog.internal.descriptor.**:org.snakeyaml.**");
        command.addAll(List.of("-max_total_time=" + seconds, "-max_len=4096", "-timeout=30", corpus.toString()));
        return command;
    }

    @Test
    void the_edge_cases_hold_for_the_target_too() throws IOException {
        for (DescriptorCases.Case seed : DescriptorCases.read()) {
            assertThat(DescriptorFuzz.read(seed.bytes()).size())
                    .isGreaterThanOrEqualTo(seed.expected().size());
        }
    }
}
