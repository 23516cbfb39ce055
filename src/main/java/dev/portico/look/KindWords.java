package dev.portico.look;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Kinds and types of entities as people write them, where descriptors have lower case.
public final class KindWords {

    private static final Set<String> ABBREVIATIONS = Set.of(
            "ai", "api", "bi", "cd", "cdn", "ci", "cli", "cms", "crm", "css", "db", "dns", "elt", "erp", "etl", "faq",
            "ftp", "gpu", "html", "http", "iac", "iot", "jdk", "json", "llm", "ml", "npm", "os", "pdf", "qa", "rpc",
            "s3", "sdk", "sftp", "soap", "sql", "sre", "ssh", "sso", "tls", "ui", "url", "ux", "vm", "vpc", "vpn",
            "wsdl", "xml", "yaml");
    private static final Map<String, String> NAMES = Map.of(
            "openapi", "OpenAPI",
            "asyncapi", "AsyncAPI",
            "graphql", "GraphQL",
            "grpc", "gRPC",
            "ios", "iOS",
            "nosql", "NoSQL",
            "saas", "SaaS",
            "trpc", "tRPC");

    private KindWords() {}

    /// A kind as descriptors write it: `api` is API.
    public static String kind(String kind) {
        return switch (kind.toLowerCase(Locale.ROOT)) {
            case "api" -> "API";
            case "airesource" -> "AiResource";
            default -> Words.capital(kind);
        };
    }

    /// A type as its field writes it: `openapi` is OpenAPI, `ml-model` is ML model.
    public static String type(String type) {
        String[] words = type.replace('-', ' ').replace('_', ' ').strip().split(" ", -1);
        String first = words[0];
        for (int at = 0; at < words.length; at++) {
            words[at] = word(words[at]);
        }
        String all = String.join(" ", words);
        return words[0].equals(first) ? Words.capital(all) : all;
    }

    private static String word(String word) {
        String plain = word.toLowerCase(Locale.ROOT);
        if (ABBREVIATIONS.contains(plain)) {
            return plain.toUpperCase(Locale.ROOT);
        }
        return NAMES.getOrDefault(plain, word);
    }
}
