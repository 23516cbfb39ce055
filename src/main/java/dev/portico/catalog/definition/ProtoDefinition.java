package dev.portico.catalog.definition;

import dev.portico.catalog.definition.Definition.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Reads Protocol Buffers of any edition: services with their methods, then messages and enums. Options are passed
/// over, imports named.
final class ProtoDefinition {

    private static final int DEEPEST = 30;
    private static final Set<String> LABELS = Set.of("repeated", "optional", "required");

    private final ProtoWords words;
    private final List<Section> services = new ArrayList<>();
    private final List<Item> messages = new ArrayList<>();
    private final List<Item> enums = new ArrayList<>();
    private String edition = "proto2";
    private String packageName = "";
    private String description = "";

    private ProtoDefinition(String text) {
        words = new ProtoWords(text);
    }

    static Definition read(String text) {
        return new ProtoDefinition(text).read();
    }

    private Definition read() {
        while (!words.atEnd()) {
            String said = words.remark();
            switch (words.next()) {
                case "syntax", "edition" -> {
                    words.expect("=");
                    edition = words.string();
                    description = said;
                    words.expect(";");
                }
                case "package" -> {
                    packageName = words.next();
                    words.expect(";");
                }
                case "service" -> service(said);
                case "message" -> message(said, "", 0);
                case "enum" -> enumeration(said, "");
                case "extend" -> {
                    words.next();
                    words.skipBlock();
                }
                case ";" -> {}
                default -> words.skipStatement();
            }
        }
        List<Section> sections = new ArrayList<>(services);
        OpenApiDefinition.section("Messages", messages, sections);
        OpenApiDefinition.section("Enums", enums, sections);
        return new Definition("Protocol Buffers, " + edition, packageName, "", description, List.of(), sections);
    }

    private void service(String said) {
        String name = words.next();
        List<Item> methods = new ArrayList<>();
        words.expect("{");
        while (!words.accept("}")) {
            String remark = words.remark();
            if (words.next().equals("rpc")) {
                methods.add(method(name, remark));
            } else {
                words.skipStatement();
            }
        }
        services.add(new Section("Service " + name, said, methods));
    }

    private Item method(String service, String said) {
        String name = words.next();
        String request = ends();
        words.expect("returns");
        String response = ends();
        if (!words.accept(";")) {
            words.skipBlock();
        }
        List<Part> parts = new ArrayList<>();
        if (!said.isEmpty()) {
            parts.add(Part.note("", said));
        }
        parts.add(Part.note("Request", request));
        parts.add(Part.note("Answer", response));
        String summary = request + " → " + response;
        String first = OpenApiDefinition.firstLine(said);
        return new Item(
                "rpc " + service + '.' + name,
                "rpc",
                name,
                first.isEmpty() ? summary : first,
                false,
                () -> List.copyOf(parts));
    }

    /// The type of one end of a method, in its brackets.
    private String ends() {
        words.expect("(");
        String type = words.next();
        if (type.equals("stream") && !words.peek(")")) {
            type = "stream of " + words.next();
        }
        words.expect(")");
        return type;
    }

    private void message(String said, String outer, int depth) {
        String name = outer + words.next();
        List<Field> fields = new ArrayList<>();
        int place = messages.size();
        words.expect("{");
        body(fields, name + '.', "", depth);
        messages.add(place, item("message", name, said, "Fields", fields));
    }

    private void body(List<Field> fields, String inner, String group, int depth) {
        if (depth > DEEPEST) {
            throw words.fault("Messages are nested too deeply");
        }
        while (!words.accept("}")) {
            String remark = words.remark();
            String word = words.next();
            switch (word) {
                case "message" -> message(remark, inner, depth + 1);
                case "enum" -> enumeration(remark, inner);
                case "oneof" -> {
                    String name = words.next();
                    words.expect("{");
                    body(fields, inner, name, depth + 1);
                }
                case "extend" -> {
                    words.next();
                    words.skipBlock();
                }
                case "option", "reserved", "extensions" -> words.skipStatement();
                case ";" -> {}
                default -> fields.add(field(word, remark, group));
            }
        }
    }

    private Field field(String first, String said, String group) {
        String label = "";
        String type = first;
        if (LABELS.contains(first)) {
            label = first;
            type = words.next();
        }
        if (type.equals("map") && words.accept("<")) {
            String key = words.next();
            words.expect(",");
            type = "map<" + key + ", " + words.next() + ">";
            words.expect(">");
        }
        String name = words.next();
        words.expect("=");
        String number = words.next();
        if (words.peek("{")) {
            words.skipBlock();
        } else {
            words.skipStatement();
        }
        String behind = words.trailingRemark();
        String remark = said.isEmpty() ? behind : said;
        String note = (remark + "\nField " + number + (group.isEmpty() ? "" : ", one of " + group)).strip();
        return Field.plain(name, label.equals("repeated") ? type + "[]" : type, label.equals("required"), note);
    }

    private void enumeration(String said, String outer) {
        String name = outer + words.next();
        List<Field> values = new ArrayList<>();
        words.expect("{");
        while (!words.accept("}")) {
            String remark = words.remark();
            String word = words.next();
            if (words.accept("=")) {
                String number = words.next();
                words.skipStatement();
                String behind = words.trailingRemark();
                String note = remark.isEmpty() ? behind : remark;
                values.add(Field.plain(word, number, false, note));
            } else if (!word.equals(";")) {
                words.skipStatement();
            }
        }
        enums.add(item("enum", name, said, "Values", values));
    }

    private static Item item(String verb, String name, String said, String title, List<Field> fields) {
        List<Part> parts = new ArrayList<>();
        if (!said.isEmpty()) {
            parts.add(Part.note("", said));
        }
        parts.add(Part.fields(title, fields));
        return new Item(
                verb + ' ' + name, verb, name, OpenApiDefinition.firstLine(said), false, () -> List.copyOf(parts));
    }
}
