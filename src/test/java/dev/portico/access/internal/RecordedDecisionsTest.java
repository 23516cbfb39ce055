package dev.portico.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.PorticoTest;
import dev.portico.access.Access;
import dev.portico.access.DecisionSettings;
import dev.portico.access.Permission;
import dev.portico.access.Permissions;
import dev.portico.access.internal.DecisionLog.Asked;
import dev.portico.access.internal.DecisionLog.Result;
import dev.portico.access.internal.DecisionRecords.Row;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What of decisions comes into the database, and for how long.
@PorticoTest
final class RecordedDecisionsTest {

    private static final DecisionSettings SETTINGS = new DecisionSettings(true, Duration.ofDays(30), 1_000);

    private final DecisionRecords records = new DecisionRecords(SETTINGS);
    private final UUID id = UUID.randomUUID();
    private final Reader reader =
            new Reader("account:recorded-" + id, id, "Recorded", null, Set.of(), Set.of("engineer"), null);

    @Autowired
    private Permissions permissions;

    @Autowired
    private PolicyInForce inForce;

    @Autowired
    private DecisionRows rows;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void gone() {
        jdbc.sql("DELETE FROM access_decision WHERE subject = ?")
                .param(reader.subject())
                .update();
    }

    @Test
    void what_menus_ask_is_not_recorded_and_what_a_page_asks_is() {
        Access access = new RoleAccess(inForce, records);
        Permission manage = permissions.named("access.token.manage").orElseThrow();
        Permission edit = permissions.named("catalog.entity.delete").orElseThrow();

        access.open(reader, manage);
        access.open(reader, edit);
        assertThat(records.take(9)).isEmpty();

        for (Permission permission : List.of(manage, edit)) {
            assertThatThrownBy(() -> access.requireOpen(reader, permission)).isInstanceOf(Refusal.Forbidden.class);
        }
        assertThat(records.take(9)).extracting(Row::permission).contains(manage.name(), edit.name());
    }

    @Test
    void what_the_database_does_not_take_is_counted_and_keeps_nothing_back() {
        Reader odd = new Reader("account:odd\0", null, "Odd", null, Set.of(), Set.of(), null);
        DecisionWriting writing = new DecisionWriting(records, rows);
        long missed = rows.stock().missed();
        records.decided(reader, "x.before.y", Asked.GENERAL, "", "", Result.ALL);
        records.decided(odd, "x.odd.y", Asked.GENERAL, "", "", Result.ALL);
        records.decided(reader, "x.after.y", Asked.GENERAL, "", "", Result.ALL);

        writing.flush();

        assertThat(jdbc.sql("SELECT permission FROM access_decision WHERE subject = ? AND permission LIKE 'x.%'")
                        .param(reader.subject())
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("x.before.y", "x.after.y");
        assertThat(records.take(9)).isEmpty();
        long counted = rows.stock().missed() - missed;
        assertThat(counted).isPositive();
        rows.miss(records.day(), -counted);
    }

    @Test
    void what_is_older_than_it_is_kept_is_removed() {
        LocalDate today = new DecisionRecords(SETTINGS).day();
        Row row = new Row(reader.subject(), "a.b.c", Asked.GENERAL, "", "", Result.ALL);
        rows.insert(today.minusDays(31), List.of(row));
        rows.insert(today.minusDays(29), List.of(row));

        new DecisionRetention(rows, SETTINGS).run();

        assertThat(jdbc.sql("SELECT day FROM access_decision WHERE subject = ? AND permission = 'a.b.c'")
                        .param(reader.subject())
                        .query(LocalDate.class)
                        .list())
                .containsExactly(today.minusDays(29));
    }
}
