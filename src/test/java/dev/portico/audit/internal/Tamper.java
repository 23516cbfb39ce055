package dev.portico.audit.internal;

import dev.portico.audit.Verification;
import dev.portico.audit.Verification.Kind;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/// What somebody may do to the trail who can write to the database but has no key.
enum Tamper {
    /// One column of one row, by as little as there is.
    CHANGE(Kind.CHANGED) {
        @Override
        long carryOut(JdbcTemplate database, long rows, Random random) {
            long n = 1 + random.nextLong(rows);
            String edit = List.of(
                            "at = at + interval '1 microsecond'",
                            "actor = actor || ' '",
                            "account = NULL",
                            "action = upper(action)",
                            "thing_type = 'prob3'",
                            "thing_id = thing_id || 'x'",
                            "before = CASE WHEN before IS NULL THEN 'null'::json END",
                            "after = (after::text || ' ')::json",
                            "refused = NOT refused",
                            "request = NULL",
                            "permission = CASE WHEN permission IS NULL THEN '' END",
                            "reason = coalesce(reason, '') || 'x'")
                    .get(random.nextInt(12));
            database.update("UPDATE audit_entry SET " + edit + " WHERE id = " + ENTRY, n);
            return n;
        }
    },
    DELETE(Kind.MISSING) {
        @Override
        long carryOut(JdbcTemplate database, long rows, Random random) {
            long n = 1 + random.nextLong(rows);
            database.update("DELETE FROM audit_entry WHERE id = " + ENTRY, n);
            return n;
        }
    },
    DELETE_WITH_ITS_LINK(Kind.MISSING) {
        @Override
        long carryOut(JdbcTemplate database, long rows, Random random) {
            long n = 1 + random.nextLong(rows - 1);
            database.update("DELETE FROM audit_entry WHERE id = " + ENTRY, n);
            database.update("DELETE FROM audit_link WHERE n = ?", n);
            return n;
        }
    },
    /// As if it had never been: what follows moves up and is linked anew.
    DELETE_AND_LINK_ANEW(Kind.BROKEN_LINK, Kind.CUT_OFF) {
        @Override
        long carryOut(JdbcTemplate database, long rows, Random random) {
            long n = 1 + random.nextLong(rows - 1);
            database.update("DELETE FROM audit_entry WHERE id = " + ENTRY, n);
            database.update("DELETE FROM audit_link WHERE n = ?", n);
            for (long next = n + 1; next <= rows; next++) {
                database.update("UPDATE audit_link SET n = ? WHERE n = ?", next - 1, next);
            }
            linkAnew(database, n, rows - 1);
            return -n;
        }
    },
    INSERT(Kind.INSERTED) {
        @Override
        long carryOut(JdbcTemplate database, long rows, Random random) {
            insert(database, 1 + random.nextLong(rows));
            return 0;
        }
    },
    /// At the end, with a link that follows.
    INSERT_AND_LINK(Kind.CUT_OFF) {
        @Override
        long carryOut(JdbcTemplate database, long rows, Random random) {
            UUID entry = insert(database, 1 + random.nextLong(rows));
            database.update(
                    "INSERT INTO audit_link (n, entry, digest, link) VALUES (?, ?, '\\x00', '\\x00')", rows + 1, entry);
            linkAnew(database, rows + 1, rows + 1);
            return rows + 1;
        }
    },
    /// Two rows trade what they say.
    REORDER_ROWS(Kind.CHANGED) {
        @Override
        long carryOut(JdbcTemplate database, long rows, Random random) {
            long first = 1 + random.nextLong(rows - 1);
            long second = first + 1 + random.nextLong(rows - first);
            UUID one = entry(database, first);
            UUID other = entry(database, second);
            UUID aside = UUID.randomUUID();
            database.update("UPDATE audit_entry SET id = ? WHERE id = ?", aside, one);
            database.update("UPDATE audit_entry SET id = ? WHERE id = ?", one, other);
            database.update("UPDATE audit_entry SET id = ? WHERE id = ?", other, aside);
            return first;
        }
    },
    /// Two links trade their rows, digests and all.
    REORDER_LINKS(Kind.BROKEN_LINK) {
        @Override
        long carryOut(JdbcTemplate database, long rows, Random random) {
            long first = 1 + random.nextLong(rows - 1);
            long second = first + 1 + random.nextLong(rows - first);
            database.update("UPDATE audit_link SET n = -1 WHERE n = ?", first);
            database.update("UPDATE audit_link SET n = ? WHERE n = ?", first, second);
            database.update("UPDATE audit_link SET n = ? WHERE n = -1", second);
            return first;
        }
    },
    /// A changed row whose digest and link, and all links behind it, are made anew.
    CHANGE_AND_LINK_ANEW(Kind.BROKEN_LINK) {
        @Override
        long carryOut(JdbcTemplate database, long rows, Random random) {
            long n = 1 + random.nextLong(rows);
            database.update("UPDATE audit_entry SET actor = 'account:nobody' WHERE id = " + ENTRY, n);
            linkAnew(database, n, rows);
            return -n;
        }
    },
    CUT_OFF(Kind.CUT_OFF) {
        @Override
        long carryOut(JdbcTemplate database, long rows, Random random) {
            long n = rows - random.nextLong(Math.min(rows - 1, 20));
            database.update("DELETE FROM audit_entry USING audit_link WHERE audit_entry.id = entry AND n >= ?", n);
            database.update("DELETE FROM audit_link WHERE n >= ?", n);
            return -n;
        }
    },
    /// With all that was signed behind it: the end that somebody noted down tells.
    CUT_OFF_WITH_SIGNATURES(Kind.CUT_OFF) {
        @Override
        long carryOut(JdbcTemplate database, long rows, Random random) {
            Long n = database.queryForObject(
                    "SELECT n + 1 FROM audit_checkpoint WHERE n < ? ORDER BY random() LIMIT 1", Long.class, rows);
            long from = n == null ? 1 : n;
            database.update("DELETE FROM audit_entry USING audit_link WHERE audit_entry.id = entry AND n >= ?", from);
            database.update("DELETE FROM audit_link WHERE n >= ?", from);
            database.update("DELETE FROM audit_checkpoint WHERE n >= ?", from);
            return from;
        }
    },
    /// One bit of what is signed, or of the signature.
    FORGE(Kind.FORGED) {
        @Override
        long carryOut(JdbcTemplate database, long rows, Random random) {
            Long n = database.queryForObject("SELECT n FROM audit_checkpoint ORDER BY random() LIMIT 1", Long.class);
            String edit = List.of(
                            "link = set_byte(link, 7, 255 - get_byte(link, 7))",
                            "at = at + interval '1 second'",
                            "signature = set_byte(signature, 9, 255 - get_byte(signature, 9))",
                            "key = 'another'")
                    .get(random.nextInt(4));
            database.update("UPDATE audit_checkpoint SET " + edit + " WHERE n = ?", n);
            return n == null ? 0 : n;
        }
    },
    /// A history of one's own, signed with a key of one's own, which is written beside the true ones.
    FORGE_WITH_A_KEY(Kind.FORGED) {
        @Override
        long carryOut(JdbcTemplate database, long rows, Random random) {
            long n = CHANGE_AND_LINK_ANEW.carryOut(database, rows, random);
            Forger.signAnew(database, -n);
            return n;
        }
    };

    private static final String ENTRY = "(SELECT entry FROM audit_link WHERE n = ?)";

    /// What it is found as, where nothing nearer to the beginning is wrong.
    private final Kind kind;

    /// Where it is so near the end that no signature follows.
    private final Kind atTheEnd;

    Tamper(Kind kind) {
        this(kind, kind);
    }

    Tamper(Kind kind, Kind atTheEnd) {
        this.kind = kind;
        this.atTheEnd = atTheEnd;
    }

    /// Does it.
    ///
    /// @return the row that has to be named first; negative where it is found at the next signature, at this row or
    ///         behind it; 0 where what is found has no place
    abstract long carryOut(JdbcTemplate database, long rows, Random random);

    /// Whether that is what was found.
    boolean isFound(long expected, Verification found) {
        Verification.Problem problem = found.problem();
        if (found.intact() || problem == null || (problem.what() != kind && problem.what() != atTheEnd)) {
            return false;
        }
        Long row = problem.row();
        return expected == 0
                ? row == null && problem.entry() != null
                : row != null && (expected < 0 || row == expected);
    }

    private static UUID entry(JdbcTemplate database, long n) {
        return Objects.requireNonNull(
                database.queryForObject("SELECT entry FROM audit_link WHERE n = ?", UUID.class, n));
    }

    private static UUID insert(JdbcTemplate database, long like) {
        UUID entry = UUID.randomUUID();
        database.update(
                "INSERT INTO audit_entry SELECT ?, at, actor, account, 'probe.thing.forged', thing_type, thing_id, before,"
                        + " after, refused, request, permission, reason FROM audit_entry WHERE id = " + ENTRY,
                entry,
                like);
        return entry;
    }

    /// Makes digests and links as the portal does, which takes no key.
    static void linkAnew(JdbcTemplate database, long from, long to) {
        for (long n = from; n <= to; n++) {
            byte[] before = n == 1
                    ? Digest.ORIGIN
                    : Objects.requireNonNull(
                            database.queryForObject("SELECT link FROM audit_link WHERE n = ?", byte[].class, n - 1));
            byte[] digest = database.query(
                            "SELECT * FROM audit_entry WHERE id = " + ENTRY, (row, number) -> Digest.ofEntry(row), n)
                    .getFirst();
            database.update(
                    "UPDATE audit_link SET digest = ?, link = ? WHERE n = ?",
                    digest,
                    Digest.ofLink(before, n, digest),
                    n);
        }
    }
}
