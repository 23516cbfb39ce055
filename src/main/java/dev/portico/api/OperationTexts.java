package dev.portico.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Says of each operation in the OpenAPI description what it is for and how it refuses.
///
/// The texts stand in `operations.txt`, by method and path. A call that is not there is named after its handler. Each
/// call has the refusals that all have, those of its path, and those that the file adds.
@Component
final class OperationTexts implements OpenApiCustomizer {

    private static final String TEXTS = "dev/portico/api/operations.txt";
    private static final String PREFIX = "/api/portico/";
    private static final String PROBLEM = "Problem";

    private final Map<String, Text> texts = read();

    @Override
    public void customise(OpenAPI description) {
        description.getComponents().addSchemas(PROBLEM, problem());
        description.getPaths().forEach((path, item) -> item.readOperationsMap()
                .forEach((method, operation) -> describe(method, path, operation)));
    }

    private void describe(PathItem.HttpMethod method, String path, Operation operation) {
        Text text = texts.getOrDefault(method + " " + path, Text.of(operation));
        operation.setSummary(text.summary);
        operation.setDescription(text.description);
        operation.setTags(List.of(tag(path)));
        ApiResponses answers = Objects.requireNonNullElseGet(operation.getResponses(), ApiResponses::new);
        operation.setResponses(answers);
        TreeSet<Integer> refusals = new TreeSet<>(List.of(400, 401, 403, 429, 503));
        refusals.addAll(text.statuses);
        if (path.contains("{")) {
            refusals.add(404);
        }
        if (operation.getRequestBody() != null) {
            refusals.addAll(List.of(413, 415));
        }
        refusals.forEach(status -> answers.addApiResponse(Integer.toString(status), refusal(status)));
    }

    /// The first step of the path below the portal's own.
    private static String tag(String path) {
        String rest = path.startsWith(PREFIX) ? path.substring(PREFIX.length()) : path.substring(1);
        int end = rest.indexOf('/');
        return end < 0 ? rest : rest.substring(0, end);
    }

    private static ApiResponse refusal(int status) {
        String meaning =
                switch (status) {
                    case 400 -> "Something in the request does not fit; `problems` says what and where.";
                    case 401 -> "Nobody is signed in, or the token does not count.";
                    case 403 -> "The caller may not do this; `permission` names what is missing.";
                    case 404 -> "There is none that the caller may know of.";
                    case 409 -> "It is not, or no longer, in a state that allows this.";
                    case 413 -> "The body is larger than it may be.";
                    case 415 -> "The body is of another type than is taken here.";
                    case 429 -> "Too much is asked for at once, or too often; ask again after `Retry-After`.";
                    case 503 -> "The portal cannot answer at this moment; ask again after `Retry-After`.";
                    default -> HttpStatus.valueOf(status).getReasonPhrase();
                };
        return new ApiResponse()
                .description(meaning)
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
    }

    private static Schema<?> problem() {
        Schema<?> misfit = new ObjectSchema()
                .addProperty("field", new StringSchema().description("the field's path or the parameter's name"))
                .addProperty("place", new StringSchema().description("body, path, query or header"))
                .addProperty("message", new StringSchema().description("what is wrong"));
        return new ObjectSchema()
                .description("A problem document as RFC 9457 describes it")
                .addProperty("type", new StringSchema().description("urn:portico:problem: and the code"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new io.swagger.v3.oas.models.media.IntegerSchema())
                .addProperty("detail", new StringSchema().description("what is wrong with what, and what to do"))
                .addProperty("code", new StringSchema().description("stable; clients may rely on it"))
                .addProperty("request", new StringSchema().description("the id by which the log knows the request"))
                .addProperty("permission", new StringSchema().description("the permission that was missing"))
                .addProperty("problems", new io.swagger.v3.oas.models.media.ArraySchema().items(misfit));
    }

    private static Map<String, Text> read() {
        Map<String, Text> texts = new HashMap<>();
        try {
            new ClassPathResource(TEXTS)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> {
                        String[] parts = line.split(" *\\| *", -1);
                        texts.put(parts[0], Text.of(parts[1], parts[2], parts[3].strip()));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException("The texts of the REST description cannot be read", e);
        }
        return texts;
    }

    /// @param statuses how it refuses beside what every call has
    private record Text(String summary, String description, List<Integer> statuses) {

        static Text of(String summary, String description, String statuses) {
            return new Text(
                    summary,
                    description,
                    statuses.isEmpty()
                            ? List.of()
                            : List.of(statuses.split(" ", -1)).stream()
                                    .map(Integer::valueOf)
                                    .toList());
        }

        /// Of a call that nobody described: the words of its handler's name.
        static Text of(Operation operation) {
            @Nullable String name = operation.getOperationId();
            StringBuilder words = new StringBuilder();
            for (char letter : Objects.requireNonNullElse(name, "call").toCharArray()) {
                words.append(Character.isUpperCase(letter) ? " " : "").append(letter);
            }
            String sentence = words.toString().toLowerCase(Locale.ROOT);
            String summary = Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
            return new Text(summary, summary + ".", List.of());
        }
    }
}
