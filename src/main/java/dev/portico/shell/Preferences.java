package dev.portico.shell;

import dev.portico.kernel.Reader;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// What accounts have chosen for themselves: one row each, read by its key.
@Component
final class Preferences {

    private static final Logger log = LoggerFactory.getLogger(Preferences.class);

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    Preferences(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /// What the reader has chosen; empty where that is nothing, where the reader has no account, and while the database
    /// is away: a page is worth showing in another light.
    Optional<Preference> chosen(Reader reader) {
        @Nullable UUID account = reader.account();
        if (account == null) {
            return Optional.empty();
        }
        try {
            return read(account);
        } catch (DataAccessException away) {
            log.warn("The preferences of {} were not read: {}", reader.subject(), away.getMessage());
            return Optional.empty();
        }
    }

    /// What holds for the reader.
    Preference of(Reader reader) {
        return chosen(reader).orElse(Preference.USUAL);
    }

    /// Changes what the reader has chosen, as below; begins with what is usual, in the theme of the present request.
    Preference change(Reader reader, UnaryOperator<Preference> change) {
        return change(reader, Preference.USUAL.with(Theme.asked()), change);
    }

    /// Changes what the reader has chosen, and keeps what others of the reader's pages have chosen meanwhile. Keeps
    /// nothing for a reader without an account.
    ///
    /// @param first what to begin with where the reader has chosen nothing yet
    /// @return what holds now
    Preference change(Reader reader, Preference first, UnaryOperator<Preference> change) {
        @Nullable UUID account = reader.account();
        if (account == null) {
            return change.apply(first);
        }
        return Objects.requireNonNull(transactions.execute(status -> {
            int begun = jdbc.sql("""
                            INSERT INTO shell_preference (account, theme, density, narrow, shortcuts, changed_at)
                            SELECT id, :theme, :density, false, true, now() FROM access_account WHERE id = :account
                            ON CONFLICT DO NOTHING""")
                    .param("account", account)
                    .param("theme", first.theme().name())
                    .param("density", first.density().name())
                    .update();
            jdbc.sql("SELECT 1 FROM shell_preference WHERE account = ? FOR UPDATE")
                    .param(account)
                    .query(Integer.class)
                    .optional();
            Preference changed = change.apply(begun > 0 ? first : read(account).orElse(first));
            write(account, changed);
            return changed;
        }));
    }

    private Optional<Preference> read(UUID account) {
        return jdbc.sql("SELECT theme, density, narrow, shortcuts, teams, coalesce(home::text, '') AS home,"
                        + " coalesce(space, '') AS space"
                        + " FROM shell_preference WHERE account = ?")
                .param(account)
                .query((row, number) -> new Preference(
                        Theme.named(row.getString("theme")),
                        row.getString("density").equals(Density.COMPACT.name()) ? Density.COMPACT : Density.COSY,
                        row.getBoolean("narrow"),
                        row.getBoolean("shortcuts"),
                        row.getBoolean("teams"),
                        row.getString("home"),
                        row.getString("space")))
                .optional();
    }

    private void write(UUID account, Preference preference) {
        jdbc.sql("""
                        UPDATE shell_preference SET theme = :theme, density = :density, narrow = :narrow,
                        shortcuts = :shortcuts, teams = :teams, home = nullif(:home, '')::jsonb,
                        space = nullif(:space, ''), changed_at = now()
                        WHERE account = :account""")
                .param("account", account)
                .param("theme", preference.theme().name())
                .param("density", preference.density().name())
                .param("narrow", preference.narrow())
                .param("shortcuts", preference.shortcuts())
                .param("teams", preference.teams())
                .param("home", preference.home())
                .param("space", preference.space())
                .update();
    }
}
