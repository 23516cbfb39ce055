package dev.portico.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.PorticoTest;
import dev.portico.catalog.DescriptorUpload;
import dev.portico.catalog.SourceRun;
import dev.portico.catalog.Sources;
import dev.portico.kernel.Reader;
import dev.portico.kill.Finding.Kind;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/// The inspection notices damage of every kind it claims to notice. The damage is done in a transaction that is then
/// rolled back.
@PorticoTest
final class InspectionTest {

    @Autowired
    private Sources sources;

    @Autowired
    private DataSource dataSource;

    private final String source = "inspected-" + UUID.randomUUID().toString().substring(0, 8);
    private final Ledger ledger = new Ledger(source);

    @BeforeEach
    void push() {
        Inventor inventor = new Inventor(source, new Random(1));
        Contents first = inventor.next(Contents.NOTHING, 8);
        Contents second = inventor.rewritten(first);
        for (Contents contents : List.of(first, second)) {
            ledger.sent(Effect.push(contents, null));
            DescriptorUpload upload =
                    new DescriptorUpload("a.yaml", contents.yaml().getBytes(StandardCharsets.UTF_8));
            SourceRun run = sources.push(source, List.of(upload), Reader.system("test"));
            ledger.acknowledged(Effect.push(contents, run.id()));
        }
    }

    @Test
    void an_undamaged_source_gives_no_cause_for_complaint() throws SQLException {
        assertThat(after("select 1")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            delete from catalog_entity where ref = :ref                                   | HALF_DONE
            update catalog_entity set hash = 'other' where ref = :ref                     | HALF_DONE
            update catalog_entity set description = 'another' where ref = :ref            | HALF_DONE
            update catalog_entity set updated = now() where ref = :ref                    | TORN
            update catalog_revision set valid_to = now() where ref = :ref and valid_to is null | HALF_DONE
            update catalog_revision set valid_to = valid_to - interval '1 microsecond' where ref = :ref and valid_to is not null | HALF_DONE
            update catalog_revision set valid_to = valid_to + interval '1 microsecond' where ref = :ref and valid_to is not null | DOUBLED
            delete from catalog_revision where ref = :ref and valid_to is not null        | HALF_DONE
            delete from catalog_relation where source = :ref                              | HALF_DONE
            insert into catalog_relation select * from catalog_relation where source = :ref | HALF_DONE
            update catalog_relation set type = type where source = :ref                   | TORN
            delete from changes_feed where :ref = any(keys)                               | HALF_DONE
            insert into audit_entry (id, actor, action, thing_type, thing_id, after, refused) select gen_random_uuid(), actor, action, thing_type, thing_id, after, refused from audit_entry where thing_id = :source | DOUBLED
            alter table audit_entry disable trigger user; grant delete on audit_entry to current_user; delete from audit_entry where thing_id = :source | HALF_DONE
            insert into catalog_run select gen_random_uuid(), source_id, trigger, started, millis, succeeded, files, unchanged, created, changed, removed, refused, version, error from catalog_run where source_id = (select id from catalog_source where name = :source) | DOUBLED
            delete from catalog_run where source_id = (select id from catalog_source where name = :source) | HALF_DONE
            """)
    void damage_is_noticed(String damage, Kind kind) throws SQLException {
        assertThat(after(damage)).extracting(Finding::kind).contains(kind);
    }

    @Test
    void a_source_that_holds_what_it_held_before_an_acknowledged_change_has_lost_it() throws SQLException {
        Contents third = new Inventor(source + "-more", new Random(2))
                .next(ledger.state().contents(), 20);
        ledger.sent(Effect.push(third, null));
        assertThat(after("select 1")).as("nobody was told that it is there").isEmpty();

        ledger.sent(Effect.push(third, null));
        ledger.acknowledged(Effect.push(third, UUID.randomUUID()));

        assertThat(after("select 1")).extracting(Finding::kind).containsExactly(Kind.LOST);
    }

    /// What is found once the damage is done, of this source and of all, less what was found before.
    private List<Finding> after(String damage) throws SQLException {
        String ref = ledger.state().contents().byRef().firstKey();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            List<Finding> before = Invariant.broken(connection);
            statement.execute(damage.replace(":ref", "'" + ref + "'").replace(":source", "'" + source + "'"));
            List<Finding> findings = new ArrayList<>(Invariant.broken(connection));
            findings.addAll(ledger.judge(new Evidence(connection).of(source)));
            connection.rollback();
            findings.removeAll(before);
            return findings;
        }
    }
}
