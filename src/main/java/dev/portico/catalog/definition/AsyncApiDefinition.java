package dev.portico.catalog.definition;

import dev.portico.catalog.definition.Definition.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reads AsyncAPI 2 and 3: what is sent and received on which channel, then messages and schemas.
final class AsyncApiDefinition {

    private final Tree root;

    AsyncApiDefinition(Tree root) {
        this.root = root;
    }

    Definition read() {
        Tree info = root.at("info");
        List<Section> sections = new ArrayList<>();
        OpenApiDefinition.section("Operations", operations(), sections);
        OpenApiDefinition.section("Channels", channels(), sections);
        OpenApiDefinition.section("Messages", messages(root.at("components", "messages")), sections);
        OpenApiDefinition.section("Schemas", OpenApiDefinition.schemas(root.at("components", "schemas")), sections);
        return new Definition(
                "AsyncAPI " + root.text("asyncapi"),
                info.text("title"),
                info.text("version"),
                info.text("description"),
                servers(),
                sections);
    }

    private List<String> servers() {
        List<String> servers = new ArrayList<>();
        root.at("servers").entries().forEach((name, unresolved) -> {
            Tree server = unresolved.resolved();
            String address = server.text("url").isEmpty() ? server.text("host") : server.text("url");
            String protocol = server.text("protocol");
            servers.add(OpenApiDefinition.joined(
                    name + ": " + address + " (" + protocol + ")", server.text("description")));
        });
        return servers;
    }

    /// Version 3 keeps operations apart from channels.
    private List<Item> operations() {
        List<Item> items = new ArrayList<>();
        root.at("operations").entries().forEach((name, unresolved) -> {
            Tree operation = unresolved.resolved();
            Tree channel = operation.at("channel");
            String summary = summary(operation);
            items.add(new Item(
                    operation.text("action") + ' ' + name,
                    operation.text("action"),
                    name,
                    summary.isEmpty() ? "on " + address(channel.referenceName(), channel.resolved()) : summary,
                    false,
                    () -> operationParts(operation, channel)));
        });
        return items;
    }

    private static List<Part> operationParts(Tree operation, Tree channel) {
        List<Part> parts = described(operation);
        String address = address(channel.referenceName(), channel.resolved());
        parts.add(Part.note("Channel", address));
        List<Tree> messages = operation.at("messages").items();
        if (messages.isEmpty()) {
            channel.resolved()
                    .at("messages")
                    .entries()
                    .forEach((name, message) -> parts.addAll(message(name, message)));
        }
        messages.forEach(message -> parts.addAll(message(message.referenceName(), message)));
        Tree reply = operation.at("reply").resolved();
        reply.at("messages").items().forEach(message -> {
            parts.addAll(message("Answer " + message.referenceName(), message));
        });
        return parts;
    }

    private List<Item> channels() {
        List<Item> items = new ArrayList<>();
        root.at("channels").entries().forEach((name, unresolved) -> {
            Tree channel = unresolved.resolved();
            boolean plain = true;
            for (String verb : List.of("publish", "subscribe")) {
                Tree operation = channel.at(verb);
                if (operation.value() instanceof Map) {
                    plain = false;
                    String said = summary(operation);
                    items.add(new Item(
                            verb + ' ' + name,
                            verb,
                            name,
                            said.isEmpty() ? summary(channel) : said,
                            false,
                            () -> channelParts(channel, operation)));
                }
            }
            if (plain) {
                items.add(new Item(
                        "channel " + name,
                        "channel",
                        address(name, channel),
                        summary(channel),
                        false,
                        () -> plainParts(channel)));
            }
        });
        return items;
    }

    private static List<Part> channelParts(Tree channel, Tree operation) {
        List<Part> parts = described(operation);
        parameters(channel, parts);
        Tree message = operation.at("message");
        List<Tree> either = message.resolved().at("oneOf").items();
        if (either.isEmpty()) {
            parts.addAll(message(message.referenceName(), message));
        }
        either.forEach(one -> parts.addAll(message(one.referenceName(), one)));
        return parts;
    }

    private static List<Part> plainParts(Tree channel) {
        List<Part> parts = described(channel);
        parameters(channel, parts);
        channel.at("messages").entries().forEach((name, message) -> parts.addAll(message(name, message)));
        return parts;
    }

    private static void parameters(Tree channel, List<Part> parts) {
        List<Field> fields = new ArrayList<>();
        channel.at("parameters").entries().forEach((name, unresolved) -> {
            Tree parameter = unresolved.resolved();
            Tree schema = parameter.has("schema") ? parameter.at("schema") : parameter;
            fields.add(Field.plain(name, Schemas.type(schema), true, Schemas.note(parameter)));
        });
        if (!fields.isEmpty()) {
            parts.add(Part.fields("Parameters", fields));
        }
    }

    private static List<Item> messages(Tree messages) {
        List<Item> items = new ArrayList<>();
        messages.entries()
                .forEach((name, message) -> items.add(new Item(
                        "message " + name,
                        "message",
                        name,
                        summary(message.resolved()),
                        false,
                        () -> message(name, message))));
        return items;
    }

    private static List<Part> message(String name, Tree unresolved) {
        Tree message = unresolved.resolved();
        if (!message.present()) {
            return List.of();
        }
        String called = message.text("name").isEmpty() ? name : message.text("name");
        // Version 3 may wrap the schema together with the name of its language.
        Tree payload = message.at("payload").has("schema") ? message.at("payload", "schema") : message.at("payload");
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(
                ("Message " + called + ": " + Schemas.type(payload)).replace("  ", " "),
                message.text("description").isEmpty() ? summary(message) : message.text("description"),
                new Schemas().fields(payload),
                example(message)));
        Tree headers = message.at("headers");
        if (headers.present()) {
            parts.add(Part.fields("Headers", new Schemas().fields(headers)));
        }
        return parts;
    }

    private static String example(Tree message) {
        for (Tree example : message.at("examples").items()) {
            return example.has("payload") ? example.at("payload").example() : example.example();
        }
        return OpenApiDefinition.example(message.at("payload").resolved());
    }

    private static List<Part> described(Tree tree) {
        List<Part> parts = new ArrayList<>();
        if (!tree.text("description").isBlank()) {
            parts.add(Part.note("", tree.text("description")));
        }
        return parts;
    }

    private static String summary(Tree tree) {
        for (String key : List.of("summary", "title", "description")) {
            if (!tree.text(key).isBlank()) {
                return OpenApiDefinition.firstLine(tree.text(key));
            }
        }
        return "";
    }

    private static String address(String name, Tree channel) {
        return channel.text("address").isEmpty() ? name : channel.text("address");
    }
}
