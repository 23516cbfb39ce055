package dev.portico.storage.internal.backup;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import tools.jackson.databind.json.JsonMapper;

/// Makes the schema that a backup was taken from: the same migrations, module by module, up to the same versions. What
/// is newer is carried out when the portal starts.
final class Migrations {

    private static final String MODULES = "/META-INF/spring-modulith/application-modules.json";

    private final DataSource dataSource;
    private final String schema;

    Migrations(DataSource dataSource, String schema) {
        this.dataSource = dataSource;
        this.schema = schema;
    }

    /// Carries the migrations out in the empty schema.
    void carryOut(List<Manifest.History> histories, String version) throws IOException, BackupRefused {
        Map<String, Manifest.History> byModule =
                histories.stream().collect(Collectors.toMap(Manifest.History::module, history -> history));
        List<String> order = new ArrayList<>(List.of("__root"));
        order.addAll(modules());
        for (Manifest.History history : histories) {
            if (!order.contains(history.module())) {
                throw new BackupRefused("This Portico has no module " + history.module()
                        + ", which the backup has data of; restore it with version " + version + ".");
            }
        }
        for (String module : order) {
            if (byModule.containsKey(module)) {
                migrate(module, byModule.get(module).migrations().getLast().version());
            }
        }
    }

    private void migrate(String module, String target) throws BackupRefused {
        try {
            Flyway.configure()
                    .dataSource(dataSource)
                    .schemas(schema)
                    .defaultSchema(schema)
                    .createSchemas(false)
                    .locations("classpath:db/migration/" + module)
                    .table(module.equals("__root") ? "flyway_schema_history" : "flyway_schema_history_" + module)
                    .baselineVersion("0")
                    .baselineOnMigrate(true)
                    .target(target)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new BackupRefused("The migrations of the module " + module + " failed: " + e.getMessage(), e);
        }
    }

    /// The modules, each after those it uses.
    private static List<String> modules() throws IOException {
        try (InputStream input = Migrations.class.getResourceAsStream(MODULES)) {
            if (input == null) {
                throw new IOException(MODULES + " is missing from the class path");
            }
            return List.copyOf(JsonMapper.shared().readTree(input).propertyNames());
        }
    }
}
