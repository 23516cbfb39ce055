package dev.portico;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.audit.AuditTrail;
import dev.portico.audit.ChainState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `audit verify` as an operator types it, beside the portal that runs.
@PorticoTest
class AuditCommandTest {

    @TempDir
    private Path folder;

    private final AuditTrail trail;

    @Autowired
    AuditCommandTest(AuditTrail trail) {
        this.trail = trail;
    }

    @Test
    void the_trail_of_the_portal_verifies_up_to_what_was_noted_down_and_no_further() throws Exception {
        ChainState noted = trail.chain();
        String head = noted.rows() + ":" + noted.link();

        Ended intact = run("audit", "verify", "--json", "--head", head);
        assertThat(intact.code).as(intact.output).isZero();
        JsonNode report = JsonMapper.shared().readTree(intact.output);
        assertThat(report.path("intact").asBoolean()).isTrue();
        assertThat(report.path("to").asLong()).isGreaterThanOrEqualTo(noted.rows());

        Ended cut = run("audit", "verify", "--head", noted.rows() + 1_000_000 + ":" + noted.link());
        assertThat(cut.code).isEqualTo(1);
        assertThat(cut.output).contains("NOT intact").contains("cut off");
    }

    @Test
    void what_makes_no_sense_gets_the_usage() throws Exception {
        assertThat(run("audit")).isEqualTo(new Ended(2, "usage: ./portico audit verify [--json] [--head ROW:LINK]\n"));
        assertThat(run("audit", "verify", "--head", "no").code).isEqualTo(2);
    }

    private Ended run(String... words) throws Exception {
        Path target = Path.of("target").toAbsolutePath();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                target.resolve("classes") + ":"
                        + Files.readString(target.resolve("classpath")).strip(),
                PorticoApplication.class.getName()));
        command.addAll(List.of(words));
        Path output = Files.createTempFile(folder, "output", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PORTICO_"));
        builder.environment().put("PORTICO_HOME", TestHome.FOLDER.toString());
        int code = builder.start().waitFor();
        return new Ended(code, Files.readString(output));
    }

    private record Ended(int code, String output) {}
}
