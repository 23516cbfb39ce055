package dev.portico;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The tables of docs/configuration.md: every setting, as its record in the sources documents it.
final class ConfigurationDocument {

    static final Path FILE = Path.of("docs/configuration.md");

    private static final String BEGIN = "<!-- settings: written by the test, from the settings records -->\n";
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(PORTICO_\\w+)");
    private static final String PREFIX = "portico.";

    private ConfigurationDocument() {}

    /// The document as it has to be: what people wrote above the mark, and the tables below it.
    static String expected() throws IOException {
        String written = Files.readString(FILE);
        int begin = written.indexOf(BEGIN);
        return (begin < 0 ? written + "\n" : written.substring(0, begin)) + BEGIN + tables();
    }

    private static String tables() throws IOException {
        JsonNode metadata = JsonMapper.shared()
                .readTree(new ClassPathResource("META-INF/spring-configuration-metadata.json").getInputStream());
        Map<String, List<JsonNode>> groups = metadata.path("properties").values().stream()
                .filter(property -> property.path("name").asString().startsWith(PREFIX))
                .sorted(Comparator.comparing(property -> property.path("name").asString()))
                .collect(Collectors.groupingBy(ConfigurationDocument::group, TreeMap::new, Collectors.toList()));
        Map<String, String> variables = variables();
        Map<String, String> types = metadata.path("groups").values().stream()
                .collect(Collectors.toMap(
                        named -> named.path("name").asString(),
                        named -> named.path("type").asString(),
                        (one, other) -> one));
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, List<JsonNode>> group : groups.entrySet()) {
            text.append("\n### ").append(group.getKey()).append("\n\n");
            text.append("| setting | default | meaning |\n| --- | --- | --- |\n");
            for (JsonNode property : group.getValue()) {
                text.append(row(property, variables, types));
            }
        }
        return text.toString();
    }

    /// `portico` for its own settings, else the two first words.
    private static String group(JsonNode property) {
        String[] words = property.path("name").asString().split("\\.", 3);
        return words.length < 3 ? words[0] : words[0] + "." + words[1];
    }

    private static String row(JsonNode property, Map<String, String> variables, Map<String, String> types)
            throws IOException {
        String name = property.path("name").asString();
        String variable = variables.containsKey(name) ? "<br>`" + variables.get(name) + "`" : "";
        String value = defaultOf(property.path("defaultValue"));
        return "| `" + name + "`" + variable + " | " + (value.isEmpty() ? "" : "`" + value + "`") + " | "
                + description(name, types).replace("|", "\\|") + " |\n";
    }

    private static String defaultOf(JsonNode value) {
        return value.isArray()
                ? value.values().stream().map(JsonNode::asString).collect(Collectors.joining(", "))
                : value.asString("");
    }

    /// What the record says of the parameter; a record inside another one is its group's type.
    private static String description(String name, Map<String, String> types) throws IOException {
        int dot = name.lastIndexOf('.');
        String type = types.getOrDefault(name.substring(0, dot), "");
        Path source = Path.of("src/main/java", type.split("\\$", 2)[0].replace('.', '/') + ".java");
        String text = Files.readString(source);
        String record = type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
        int end = text.indexOf("record " + record + "(");
        String documentation = text.substring(0, Math.max(end, 0));
        List<String> found = new ArrayList<>();
        Matcher parameter = Pattern.compile(
                        "@param " + camel(name.substring(dot + 1)) + " +((?:[^\\n]|\\n */// {2,}(?!@))+)")
                .matcher(documentation);
        while (parameter.find()) {
            found.add(parameter.group(1).replaceAll("\\s*\\n\\s*///\\s*", " ").strip());
        }
        if (found.isEmpty()) {
            throw new AssertionError("The setting " + name + " has no @param in " + source);
        }
        return found.getLast();
    }

    private static String camel(String dashed) {
        StringBuilder name = new StringBuilder();
        for (String word : dashed.split("-", -1)) {
            name.append(name.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return name.toString();
    }

    /// The environment variable of a setting, as application.yaml has it.
    private static Map<String, String> variables() throws IOException {
        Map<String, String> variables = new TreeMap<>();
        for (PropertySource<?> source :
                new YamlPropertySourceLoader().load("application.yaml", new ClassPathResource("application.yaml"))) {
            for (String name : ((EnumerablePropertySource<?>) source).getPropertyNames()) {
                Matcher variable = VARIABLE.matcher(String.valueOf(source.getProperty(name)));
                if (variable.find()) {
                    variables.put(name, variable.group(1));
                }
            }
        }
        return variables;
    }
}
