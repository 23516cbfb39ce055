package dev.portico.catalog.definition;

import dev.portico.kernel.Refusal;
import java.util.Locale;

/// Reads the definitions of APIs.
public final class Definitions {

    /// The longest text that is read, in characters.
    public static final int LONGEST = 2_000_000;

    private Definitions() {}

    /// Reads a definition. What the type does not tell is told by the text.
    ///
    /// @param type the value of `spec.type`, such as `openapi`
    /// @throws Refusal.InvalidInput where it cannot be read; the message says why and where
    public static Definition read(String type, String text) {
        if (text.isBlank()) {
            throw new Refusal.InvalidInput("definition-empty", "The definition is empty.");
        }
        if (text.length() > LONGEST) {
            throw new Refusal.InvalidInput(
                    "definition-long", "The definition is longer than 2 million characters, so it is not taken apart.");
        }
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "graphql" -> GraphqlDefinition.read(text);
            case "grpc", "proto", "protobuf", "protobuf3" -> ProtoDefinition.read(text);
            case "openapi", "swagger" -> described(text, "OpenAPI");
            case "asyncapi" -> described(text, "AsyncAPI");
            default -> described(text, "");
        };
    }

    private static Definition described(String text, String expected) {
        if (expected.isEmpty()
                && !text.contains("openapi")
                && !text.contains("swagger")
                && !text.contains("asyncapi")) {
            throw unknown();
        }
        Tree tree = Tree.parse(text);
        if (tree.has("openapi") || tree.has("swagger")) {
            return new OpenApiDefinition(tree).read();
        }
        if (tree.has("asyncapi")) {
            return new AsyncApiDefinition(tree).read();
        }
        if (expected.isEmpty()) {
            throw unknown();
        }
        throw new Refusal.InvalidInput(
                "definition-version",
                "This is no " + expected + ": the field " + expected.toLowerCase(Locale.ROOT)
                        + " with the version is missing at the top.");
    }

    private static Refusal.InvalidInput unknown() {
        return new Refusal.InvalidInput(
                "definition-type",
                "Definitions of this type are shown as they are written. OpenAPI, AsyncAPI, GraphQL and Protocol"
                        + " Buffers are also shown part by part.");
    }
}
