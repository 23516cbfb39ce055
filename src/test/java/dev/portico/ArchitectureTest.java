package dev.portico;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;
import tools.jackson.databind.json.JsonMapper;

/// Holds the walls between the modules. The table is docs/decisions/0001-modules.md; a change to it changes that
/// record.
final class ArchitectureTest {

    /// Module → what its row in the table lets it use; it may also use what those may use.
    private static final Map<String, List<String>> TABLE = Map.ofEntries(
            Map.entry("kernel", List.of()),
            Map.entry("look", List.of("kernel")),
            Map.entry("outbound", List.of("kernel")),
            Map.entry("storage", List.of("kernel")),
            Map.entry("secrets", List.of("storage")),
            Map.entry("audit", List.of("jobs", "secrets")),
            Map.entry("changes", List.of("storage")),
            Map.entry("jobs", List.of("changes")),
            Map.entry("access", List.of("audit", "changes", "jobs", "secrets")),
            Map.entry("notifications", List.of("access")),
            Map.entry("search", List.of("access")),
            Map.entry("catalog", List.of("search", "outbound", "secrets")),
            Map.entry("api", List.of("catalog", "look")),
            Map.entry("shell", List.of("catalog", "notifications", "look")));

    /// Packages that show something: the screens of the modules, the shared parts, the frame, and the SPIs for screens.
    private static final String[] SCREENS = {
        "dev.portico.look..",
        "dev.portico.shell..",
        "dev.portico.*.ui..",
        "dev.portico.catalog.tabs..",
        "dev.portico.catalog.cards..",
        "dev.portico.catalog.actions.."
    };

    /// Classes that may use `java.util.regex`, which takes exponential time on some patterns: what they match comes
    /// from the operator or from Portico itself. Everybody else uses RE2/J.
    private static final String REGULAR_EXPRESSIONS =
            "dev\\.portico\\.(outbound\\.OutboundSettings|storage\\.internal\\.Postmaster)";

    private static final ApplicationModules MODULES = ApplicationModules.of(PorticoApplication.class);
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.portico");

    @Test
    void modules_enter_each_other_by_the_front_door_and_only_where_they_declare_it() {
        MODULES.verify();
    }

    @Test
    void every_module_has_its_row_in_the_table() {
        assertThat(modules())
                .extracting(module -> module.getIdentifier().toString())
                .isSubsetOf(TABLE.keySet());
    }

    /// The file spares each start a scan of all classes; migrations run in its order.
    @Test
    void the_modules_are_listed_for_the_start_each_after_what_it_uses() throws IOException {
        Path file = Path.of("src/main/resources/META-INF/spring-modulith/application-modules.json");
        List<String> listed =
                List.copyOf(JsonMapper.shared().readTree(Files.readString(file)).propertyNames());

        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(modules().stream()
                        .map(module -> module.getIdentifier().toString())
                        .toList());
        for (String module : listed) {
            Set<String> present = expanded(module);
            present.retainAll(listed);
            assertThat(listed.subList(0, listed.indexOf(module))).as(module).containsAll(present);
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void a_module_declares_no_more_than_the_table_allows(ApplicationModule module) {
        String name = module.getIdentifier().toString();
        Set<String> allowed = expanded(name);
        allowed.add("look");
        Optional<String[]> declared = module.getBasePackage()
                .findAnnotation(org.springframework.modulith.ApplicationModule.class)
                .map(org.springframework.modulith.ApplicationModule::allowedDependencies);

        assertThat(declared).as("@ApplicationModule of " + name).isPresent();
        assertThat(declared.orElseThrow())
                .extracting(dependency -> dependency.split("::", 2)[0].strip())
                .isSubsetOf(allowed);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_rule_holds(ArchRule rule) {
        rule.allowEmptyShould(true).check(CLASSES);
    }

    /// A model that looked at what it is a model of would repeat its mistakes.
    @Test
    void the_specification_is_written_without_a_look_at_the_portal() {
        JavaClasses specification = new ClassFileImporter().importPackages("dev.portico.specification");
        noClasses()
                .that()
                .resideInAPackage("dev.portico.specification..")
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("dev.portico..")
                        .and(JavaClass.Predicates.resideOutsideOfPackage("dev.portico.specification..")))
                .because("an oracle is independent of what it judges")
                .check(specification);
    }

    static List<ArchRule> rules() {
        return List.of(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("dev.portico.*.internal..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "org.springframework.data..")
                        .because("persistence is a matter of each module's internals"),
                noClasses()
                        .that()
                        .resideOutsideOfPackage("dev.portico.search..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.apache.lucene..")
                        .because("the index is known to search alone"),
                noClasses()
                        .that()
                        .resideOutsideOfPackages(SCREENS)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("com.vaadin..", "dev.portico.look..")
                        .because("only screens know how things look"),
                noClasses()
                        .that()
                        .resideInAnyPackage("dev.portico.*.ui..", "dev.portico.*.web..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("dev.portico.*.internal..")
                        .because("screens and controllers call front doors, even their own module's"),
                noClasses()
                        .that()
                        .resideOutsideOfPackages("dev.portico.*.ui..", "dev.portico.*.web..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("dev.portico.*.ui..", "dev.portico.*.web..")
                        .because("nothing depends on a screen or a controller"),
                noClasses()
                        .that()
                        .resideOutsideOfPackages("dev.portico.shell..", "dev.portico.bench..")
                        .and()
                        .doNotHaveFullyQualifiedName(PorticoApplication.class.getName())
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("dev.portico.shell..", "dev.portico.bench..")
                        .because("nobody uses the frame or the benchmarks"),
                noClasses()
                        .that()
                        .haveNameNotMatching(REGULAR_EXPRESSIONS)
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("java.util.regex..")
                        .orShould()
                        .callMethod(String.class, "matches", String.class)
                        .orShould()
                        .callMethod(String.class, "replaceAll", String.class, String.class)
                        .orShould()
                        .callMethod(String.class, "replaceFirst", String.class, String.class)
                        .because("java.util.regex hangs on some patterns; use com.google.re2j"),
                noClasses()
                        .that()
                        .doNotHaveFullyQualifiedName(PorticoApplication.class.getName())
                        .should()
                        .accessField(System.class, "out")
                        .orShould()
                        .accessField(System.class, "err")
                        .because("the server logs; commands print to the streams they are given"),
                classes()
                        .that()
                        .resideInAPackage("dev.portico")
                        .should()
                        .haveSimpleName("PorticoApplication")
                        .orShould()
                        .haveSimpleName("package-info")
                        .because("the root package holds the application class and nothing else"),
                classes()
                        .that()
                        .areAnnotatedWith(ConfigurationProperties.class)
                        .should()
                        .beRecords()
                        .andShould()
                        .haveSimpleNameEndingWith("Settings")
                        .because("settings are records"),
                classes()
                        .that()
                        .areMetaAnnotatedWith(Controller.class)
                        .should()
                        .resideInAnyPackage("dev.portico.*.web..", "dev.portico.api..")
                        .andShould()
                        .notBePublic()
                        .because("controllers are a module's own"),
                fields().should().notHaveRawType(Optional.class).because("Optional is for the results of queries"),
                noClasses()
                        .should()
                        .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Utility)")
                        .because("a name says what a class is"));
    }

    static List<ApplicationModule> modules() {
        return MODULES.stream()
                .filter(module -> !module.getIdentifier().toString().equals("bench"))
                .toList();
    }

    private static Set<String> expanded(String module) {
        Set<String> all = new TreeSet<>();
        for (String used : TABLE.getOrDefault(module, List.of())) {
            all.add(used);
            all.addAll(expanded(used));
        }
        return all;
    }
}
