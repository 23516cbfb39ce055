package dev.portico.catalog.definition;

import dev.portico.catalog.definition.Definition.Section;
import dev.portico.kernel.Refusal;
import graphql.language.AbstractDescribedNode;
import graphql.language.AstPrinter;
import graphql.language.Document;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.OperationTypeDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.language.SchemaDefinition;
import graphql.language.UnionTypeDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads GraphQL schemas: what can be asked, changed and subscribed to, then the types.
final class GraphqlDefinition {

    private static final int DEEPEST = 60;
    private static final ParserOptions LIMITS = ParserOptions.newParserOptions()
            .captureIgnoredChars(false)
            .captureLineComments(false)
            .maxCharacters(Definitions.LONGEST)
            .maxTokens(500_000)
            .maxWhitespaceTokens(2_000_000)
            .maxRuleDepth(500)
            .build();

    private final Map<String, String> roots =
            new HashMap<>(Map.of("Query", "Queries", "Mutation", "Mutations", "Subscription", "Subscriptions"));
    private final Map<String, List<Item>> sections = new LinkedHashMap<>();

    private GraphqlDefinition() {}

    static Definition read(String text) {
        if (nesting(text) > DEEPEST) {
            throw new Refusal.InvalidInput("definition-syntax", "The schema is nested too deeply.");
        }
        try {
            Document document = Parser.parse(ParserEnvironment.newParserEnvironment()
                    .document(text)
                    .parserOptions(LIMITS)
                    .build());
            return new GraphqlDefinition().read(document);
        } catch (InvalidSyntaxException e) {
            String place = e.getLocation() == null
                    ? ""
                    : "Line " + e.getLocation().getLine() + ", column "
                            + e.getLocation().getColumn() + ": ";
            String token = e.getOffendingToken() == null ? "" : " near \"" + e.getOffendingToken() + "\"";
            throw new Refusal.InvalidInput("definition-syntax", place + "this is not GraphQL" + token + ".");
        } catch (StackOverflowError e) {
            throw new Refusal.InvalidInput("definition-syntax", "The schema is nested too deeply.");
        }
    }

    /// How deep brackets lie in each other, without those in strings and remarks. The parser's own limit comes late: it
    /// takes minutes for a thousand of them.
    private static int nesting(String text) {
        int deepest = 0;
        int depth = 0;
        for (int at = 0; at < text.length(); at++) {
            switch (text.charAt(at)) {
                case '[', '{', '(' -> deepest = Math.max(deepest, ++depth);
                case ']', '}', ')' -> depth--;
                case '#' -> at = end(text, "\n", at + 1);
                case '"' -> {
                    boolean block = text.startsWith("\"\"\"", at);
                    at = block ? end(text, "\"\"\"", at + 3) + 2 : endOfString(text, at + 1);
                }
                default -> {
                    // Everything else opens and closes nothing.
                }
            }
        }
        return deepest;
    }

    private static int end(String text, String mark, int from) {
        int end = text.indexOf(mark, from);
        return end < 0 ? text.length() : end;
    }

    private static int endOfString(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\n') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return at;
    }

    private Definition read(Document document) {
        for (SchemaDefinition schema : document.getDefinitionsOfType(SchemaDefinition.class)) {
            schema.getOperationTypeDefinitions().forEach(this::root);
        }
        List.of("Queries", "Mutations", "Subscriptions", "Types", "Inputs", "Interfaces", "Unions", "Enums", "Scalars")
                .forEach(section -> sections.put(section, new ArrayList<>()));
        document.getDefinitions().forEach(this::add);
        List<Section> filled = new ArrayList<>();
        sections.forEach((title, items) -> OpenApiDefinition.section(title, items, filled));
        return new Definition("GraphQL", "", "", "", List.of(), filled);
    }

    private void root(OperationTypeDefinition operation) {
        roots.put(
                operation.getTypeName().getName(),
                switch (operation.getName()) {
                    case "mutation" -> "Mutations";
                    case "subscription" -> "Subscriptions";
                    default -> "Queries";
                });
    }

    private void add(graphql.language.Definition<?> definition) {
        switch (definition) {
            case ObjectTypeDefinition type
            when roots.containsKey(type.getName()) ->
                type.getFieldDefinitions().forEach(field -> operation(roots.get(type.getName()), field));
            case ObjectTypeDefinition type -> type("Types", "type", type.getName(), type, type.getFieldDefinitions());
            case InterfaceTypeDefinition type ->
                type("Interfaces", "interface", type.getName(), type, type.getFieldDefinitions());
            case InputObjectTypeDefinition type ->
                item("Inputs", "input", type.getName(), type, () -> inputs(type.getInputValueDefinitions()));
            case EnumTypeDefinition type -> item("Enums", "enum", type.getName(), type, () -> values(type));
            case UnionTypeDefinition type -> item("Unions", "union", type.getName(), type, () -> members(type));
            case ScalarTypeDefinition type -> item("Scalars", "scalar", type.getName(), type, List::of);
            default -> {
                // Directives and fragments say nothing about what can be called.
            }
        }
    }

    private void operation(String section, FieldDefinition field) {
        String verb = section.equals("Queries") ? "query" : section.equals("Mutations") ? "mutation" : "subscription";
        Item item = new Item(
                verb + ' ' + field.getName(),
                verb,
                field.getName() + arguments(field) + ": " + AstPrinter.printAstCompact(field.getType()),
                OpenApiDefinition.firstLine(description(field)),
                deprecated(field),
                () -> {
                    List<Part> parts = new ArrayList<>(described(field));
                    parts.addAll(inputs("Arguments", field.getInputValueDefinitions()));
                    parts.add(Part.note("Gives", AstPrinter.printAstCompact(field.getType())));
                    return parts;
                });
        sections.computeIfAbsent(section, any -> new ArrayList<>()).add(item);
    }

    private void type(
            String section, String verb, String name, AbstractDescribedNode<?> node, List<FieldDefinition> fields) {
        item(
                section,
                verb,
                name,
                node,
                () -> List.of(Part.fields(
                        "Fields",
                        fields.stream()
                                .map(field -> new Field(
                                        field.getName(),
                                        AstPrinter.printAstCompact(field.getType()),
                                        false,
                                        description(field),
                                        arguments(field.getInputValueDefinitions())))
                                .toList())));
    }

    private void item(
            String section,
            String verb,
            String name,
            AbstractDescribedNode<?> node,
            java.util.function.Supplier<List<Part>> parts) {
        String summary = OpenApiDefinition.firstLine(description(node));
        Item item = new Item(verb + ' ' + name, verb, name, summary, false, () -> {
            List<Part> all = new ArrayList<>(described(node));
            all.addAll(parts.get());
            return all;
        });
        sections.computeIfAbsent(section, any -> new ArrayList<>()).add(item);
    }

    private static List<Part> inputs(List<InputValueDefinition> values) {
        return inputs("Fields", values);
    }

    private static List<Part> inputs(String title, List<InputValueDefinition> values) {
        return values.isEmpty() ? List.of() : List.of(Part.fields(title, arguments(values)));
    }

    private static List<Part> values(EnumTypeDefinition type) {
        return List.of(Part.fields(
                "Values",
                type.getEnumValueDefinitions().stream()
                        .map(value -> Field.plain(value.getName(), "", false, description(value)))
                        .toList()));
    }

    private static List<Part> members(UnionTypeDefinition type) {
        return List.of(Part.fields(
                "One of",
                type.getMemberTypes().stream()
                        .map(member -> Field.plain("", AstPrinter.printAstCompact(member), false, ""))
                        .toList()));
    }

    private static List<Field> arguments(List<InputValueDefinition> values) {
        return values.stream()
                .map(value -> Field.plain(
                        value.getName(),
                        AstPrinter.printAstCompact(value.getType()),
                        value.getType() instanceof graphql.language.NonNullType && value.getDefaultValue() == null,
                        described(value, value.getDefaultValue())))
                .toList();
    }

    private static String described(InputValueDefinition value, graphql.language.@Nullable Value<?> standard) {
        String description = description(value);
        return standard == null
                ? description
                : (description + "\ndefault: " + AstPrinter.printAstCompact(standard)).strip();
    }

    private static String arguments(FieldDefinition field) {
        return field.getInputValueDefinitions().isEmpty()
                ? ""
                : field.getInputValueDefinitions().stream()
                        .map(InputValueDefinition::getName)
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private static boolean deprecated(FieldDefinition field) {
        return field.hasDirective("deprecated");
    }

    private static List<Part> described(AbstractDescribedNode<?> node) {
        String description = description(node);
        return description.isEmpty() ? List.of() : List.of(Part.note("", description));
    }

    private static String description(AbstractDescribedNode<?> node) {
        return node.getDescription() == null
                ? ""
                : node.getDescription().getContent().strip();
    }
}
