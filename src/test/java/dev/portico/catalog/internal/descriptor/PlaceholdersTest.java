package dev.portico.catalog.internal.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class PlaceholdersTest {

    private final Map<String, String> files = new HashMap<>();
    private final List<String> asked = new ArrayList<>();

    @Test
    void text_is_put_in_as_it_is() {
        files.put("./openapi.yaml", "openapi: 3.0.0\n");

        assertThat(definition("$text: ./openapi.yaml").asString()).isEqualTo("openapi: 3.0.0\n");
    }

    @Test
    void json_and_yaml_become_values() {
        files.put("./a.json", "{\"x\": [1, true, null, \"t\"]}");
        files.put("./a.yaml", "x: [1, true, null, t]\n");

        assertThat(extra("$json: ./a.json")).isEqualTo(extra("$yaml: ./a.yaml"));
        assertThat(extra("$json: ./a.json").toString()).isEqualTo("{\"x\":[1,true,null,\"t\"]}");
    }

    @Test
    void yaml_has_to_be_one_document() {
        files.put("./a.yaml", "a: 1\n---\nb: 2\n");

        assertThat(refusal("$yaml: ./a.yaml")).contains("several YAML documents");
    }

    @Test
    void what_cannot_be_read_is_said_with_its_reason() {
        assertThat(refusal("$text: ./missing.yaml")).contains("spec.definition.$text", "there is no such file");
    }

    @Test
    void broken_content_is_said_with_its_line() {
        files.put("./a.yaml", "a: 1\nb: : 2\n");
        files.put("./a.json", "{");

        assertThat(refusal("$yaml: ./a.yaml")).contains("line 2");
        assertThat(refusal("$json: ./a.json")).contains("not valid JSON");
    }

    @Test
    void a_definition_in_one_file_stays_as_it_was_written() {
        String text = "openapi: 3.0.0 # comment\npaths: {/p: {$ref: '#/x'}}\nx: {get: {}}\n";
        files.put("./api.yaml", text);

        assertThat(definition("$openapi: ./api.yaml").asString()).isEqualTo(text);
    }

    @Test
    void references_to_other_files_are_put_in_once_and_pointed_at_after_that() {
        files.put("./specs/api.yaml", "a: {$ref: './parts/pet.yaml#/Pet'}\nb: {$ref: 'parts/pet.yaml#/Pet'}\n");
        files.put("specs/parts/pet.yaml", "Pet: {owner: {$ref: '#/Person'}, next: {$ref: '#/Pet'}}\nPerson: {n: 1}\n");

        JsonNode api =
                DescriptorCorpus.tree(definition("$openapi: ./specs/api.yaml").asString());

        assertThat(api.at("/a/owner/n").asInt()).isEqualTo(1);
        assertThat(api.at("/a/next/$ref").asString()).isEqualTo("#/a");
        assertThat(api.at("/b/$ref").asString()).isEqualTo("#/a");
    }

    @Test
    void references_resolve_against_the_file_they_stand_in() {
        files.put("https://git.example/r/api.yaml?ref=main", "a: {$ref: ../s/b.yaml}\n");
        files.put("https://git.example/s/b.yaml", "a: {$ref: c.yaml}\n");
        files.put("https://git.example/s/c.yaml", "deep: true\n");

        String api =
                definition("$asyncapi: https://git.example/r/api.yaml?ref=main").asString();

        assertThat(api).isEqualTo("{\"a\":{\"a\":{\"deep\":true}}}");
    }

    @Test
    void references_that_lead_nowhere_are_said() {
        files.put("./api.yaml", "a: {$ref: 'b.yaml#/x'}\n");
        files.put("b.yaml", "y: 1\n");

        assertThat(refusal("$openapi: ./api.yaml")).contains("nothing is where \"b.yaml#/x\" points");
    }

    @Test
    void references_without_end_are_stopped() {
        files.put("./api.yaml", "a: {$ref: 'f1.yaml'}\n");
        for (int file = 1; file < 100; file++) {
            files.put("f" + file + ".yaml", "x: {$ref: f" + (file + 1) + ".yaml}\n");
        }

        assertThat(refusal("$openapi: ./api.yaml")).contains("too many or too large files");
    }

    @Test
    void nothing_is_asked_for_beyond_the_limit_of_placeholders() {
        files.put("./a", "x");

        DescriptorDocument document = read("  definition: x\n  all: ["
                + String.join(", ", java.util.Collections.nCopies(150, "{$text: ./a}")) + "]\n");

        assertThat(document.stage()).isEqualTo(Stage.PLACEHOLDERS);
        assertThat(asked).hasSize(100);
    }

    private JsonNode definition(String placeholder) {
        return spec("  definition:\n    " + placeholder + "\n").get("definition");
    }

    private JsonNode extra(String placeholder) {
        return spec("  definition: x\n  extra:\n    " + placeholder + "\n").get("extra");
    }

    private String refusal(String placeholder) {
        DescriptorDocument document = read("  definition:\n    " + placeholder + "\n");
        assertThat(document.stage()).isEqualTo(Stage.PLACEHOLDERS);
        return document.problems().getFirst().message();
    }

    private JsonNode spec(String fields) {
        DescriptorDocument document = read(fields);
        assertThat(document.problems()).isEmpty();
        return DescriptorCorpus.tree(Objects.requireNonNull(document.entity()).json())
                .get("spec");
    }

    private DescriptorDocument read(String fields) {
        String text = "apiVersion: backstage.io/v1alpha1\nkind: API\nmetadata: {name: a}\nspec:\n  type: openapi\n"
                + "  lifecycle: production\n  owner: a\n" + fields;
        List<DescriptorDocument> documents = new ArrayList<>();
        new DescriptorReader(DescriptorLimits.standard(), DescriptorRules.standard())
                .read(
                        text.getBytes(StandardCharsets.UTF_8),
                        DescriptorOrigin.of("file:/x"),
                        this::file,
                        documents::add);
        return documents.getFirst();
    }

    private byte[] file(String target) throws PlaceholderSource.Unreadable {
        asked.add(target);
        String content = files.get(target);
        if (content == null) {
            throw new PlaceholderSource.Unreadable("there is no such file");
        }
        return content.getBytes(StandardCharsets.UTF_8);
    }
}
