package dev.portico.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.PorticoTest;
import dev.portico.kernel.Change;
import dev.portico.kernel.Reader;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PorticoTest
class AuditTest {

    private final Audit audit;
    private final TransactionTemplate transactions;
    private final JdbcClient database;
    private final String thing = UUID.randomUUID().toString();

    @Autowired
    AuditTest(Audit audit, TransactionTemplate transactions, JdbcClient database) {
        this.audit = audit;
        this.transactions = transactions;
        this.database = database;
    }

    @Test
    void a_change_leaves_a_row_that_says_who_did_what_in_which_request() {
        MDC.put(Audit.REQUEST, "r-17");
        try {
            record(Change.done(Reader.system("test"), "audit.probe", "probe", thing, null, "{\"a\":  1}"));
        } finally {
            MDC.remove(Audit.REQUEST);
        }
        assertThat(audit.recent("probe", thing, 10)).singleElement().satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo("system:test");
            assertThat(entry.action()).isEqualTo("audit.probe");
            assertThat(entry.before()).isNull();
            assertThat(entry.after()).isEqualTo("{\"a\":  1}");
            assertThat(entry.refused()).isFalse();
            assertThat(entry.request()).isEqualTo("r-17");
        });
    }

    @Test
    void a_change_that_is_rolled_back_leaves_no_row() {
        transactions.executeWithoutResult(status -> {
            audit.record(change());
            status.setRollbackOnly();
        });
        assertThat(audit.recent("probe", thing, 10)).isEmpty();
    }

    @Test
    void a_row_outside_a_transaction_is_refused() {
        assertThatThrownBy(() -> audit.record(change())).isInstanceOf(IllegalStateException.class);
        assertThat(audit.recent("probe", thing, 10)).isEmpty();
    }

    @Test
    void rows_can_neither_be_edited_nor_deleted() {
        record(change());
        assertThatThrownBy(() -> edit("UPDATE audit_entry SET actor = 'nobody'"))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> edit("DELETE FROM audit_entry")).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> edit("TRUNCATE audit_entry")).isInstanceOf(DataAccessException.class);
        assertThat(audit.recent("probe", thing, 10)).hasSize(1);
    }

    @Test
    void whoever_grants_himself_the_right_to_edit_is_refused_all_the_same() {
        record(change());
        for (String statement : new String[] {
            "UPDATE audit_entry SET actor = 'nobody'", "DELETE FROM audit_entry", "TRUNCATE audit_entry"
        }) {
            assertThatThrownBy(() -> transactions.executeWithoutResult(status -> {
                        edit("GRANT UPDATE, DELETE, TRUNCATE ON audit_entry TO CURRENT_USER");
                        edit(statement);
                    }))
                    .hasStackTraceContaining("only ever added to");
        }
    }

    private void edit(String statement) {
        database.sql(statement).update();
    }

    private void record(Change change) {
        transactions.executeWithoutResult(status -> audit.record(change));
    }

    private Change change() {
        return Change.done(Reader.system("test"), "audit.probe", "probe", thing, null, null);
    }
}
