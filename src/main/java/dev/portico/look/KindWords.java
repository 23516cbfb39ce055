package dev.portico.look;

import java.util.Locale;

/// Kinds and types of entities as people write them, where descriptors have lower case.
public final class KindWords {

    private KindWords() {}

    /// A kind as descriptors write it: `api` is API.
    public static String kind(String kind) {
        return switch (kind.toLowerCase(Locale.ROOT)) {
            case "api" -> "API";
            case "airesource" -> "AiResource";
            default -> Words.capital(kind);
        };
    }

    /// A type as its field writes it: `openapi` is OpenAPI.
    public static String type(String type) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "openapi" -> "OpenAPI";
            case "asyncapi" -> "AsyncAPI";
            case "graphql" -> "GraphQL";
            case "grpc" -> "gRPC";
            case "cli", "sdk", "ui", "ml", "api", "etl" -> type.toUpperCase(Locale.ROOT);
            default -> Words.capital(type.replace('-', ' '));
        };
    }
}
