package dev.portico.access.web;

import dev.portico.access.AuditLog;
import dev.portico.audit.AuditEntry;
import dev.portico.audit.AuditQuery;
import dev.portico.audit.ChainState;
import dev.portico.audit.Verification;
import dev.portico.kernel.Csv;
import dev.portico.kernel.Reader;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The audit trail over REST: read, exported, verified; nobody writes to it.
@RestController
@RequestMapping("/api/portico/audit")
class AuditController {

    private static final int LONGEST_PAGE = 500;

    private final AuditLog log;
    private final JsonMapper json;

    AuditController(AuditLog log, JsonMapper json) {
        this.log = log;
        this.json = json;
    }

    @GetMapping
    EntriesJson list(
            Reader reader,
            @ParameterObject Asked asked,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(LONGEST_PAGE) int limit) {
        List<EntryJson> page = log.page(reader, asked.query(), after, limit).stream()
                .map(this::entry)
                .toList();
        return new EntriesJson(page, page.size() < limit ? null : page.getLast().id());
    }

    /// A row a line, as JSON.
    @GetMapping(path = "/export", params = "format=jsonl")
    void exportLines(Reader reader, @ParameterObject Asked asked, HttpServletResponse response) throws IOException {
        Stream<AuditEntry> entries = log.export(reader, asked.query(), "jsonl");
        try (Writer out = writer(response, "application/jsonl", "audit.jsonl")) {
            for (Iterator<AuditEntry> all = entries.iterator(); all.hasNext(); ) {
                out.append(json.writeValueAsString(entry(all.next()))).append('\n');
            }
        }
    }

    /// A table for spreadsheets, which run nothing of it.
    @GetMapping(path = "/export", params = "format=csv")
    void exportTable(Reader reader, @ParameterObject Asked asked, HttpServletResponse response) throws IOException {
        Stream<AuditEntry> entries = log.export(reader, asked.query(), "csv");
        try (Writer out = writer(response, "text/csv;charset=UTF-8", "audit.csv")) {
            Csv.row(
                    out,
                    List.of(
                            "row",
                            "id",
                            "at",
                            "actor",
                            "account",
                            "action",
                            "type",
                            "thing",
                            "refused",
                            "request",
                            "before",
                            "after",
                            "permission",
                            "reason"));
            for (Iterator<AuditEntry> all = entries.iterator(); all.hasNext(); ) {
                Csv.row(out, cells(all.next()));
            }
        }
    }

    @GetMapping("/chain")
    ChainState chain(Reader reader) {
        return log.chain(reader);
    }

    /// Looks at the whole trail now.
    @PostMapping("/verification")
    Verification verify(Reader reader) {
        return log.verify(reader);
    }

    private static Writer writer(HttpServletResponse response, String type, String name) throws IOException {
        response.setContentType(type);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
        return new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
    }

    private static List<String> cells(AuditEntry entry) {
        return Stream.of(
                        entry.row(),
                        entry.id(),
                        entry.at(),
                        entry.actor(),
                        entry.account(),
                        entry.action(),
                        entry.thingType(),
                        entry.thingId(),
                        entry.refused(),
                        entry.request(),
                        entry.before(),
                        entry.after(),
                        entry.permission(),
                        entry.reason())
                .map(value -> Objects.toString(value, ""))
                .toList();
    }

    private EntryJson entry(AuditEntry entry) {
        return new EntryJson(
                entry.id(),
                entry.row(),
                entry.at(),
                entry.actor(),
                entry.account(),
                entry.action(),
                entry.thingType(),
                entry.thingId(),
                tree(entry.before()),
                tree(entry.after()),
                entry.refused(),
                entry.request(),
                entry.permission(),
                entry.reason());
    }

    private @Nullable JsonNode tree(@Nullable String text) {
        return text == null ? null : json.readTree(text);
    }

    /// Which rows are asked for; what is left out narrows nothing.
    ///
    /// @param actor who did it, such as `account:jane`
    /// @param action an action, such as `access.account.disable`, or the permission that decided, such as
    ///               `access.account.manage`; or the beginning of either with a `*` at its end: `access.*`
    /// @param type  the type of the thing
    /// @param thing its id within the type
    /// @param from  the earliest time, inclusive
    /// @param to    the latest time, exclusive
    /// @param refused attempts that were refused, or changes that were carried out
    record Asked(
            @Nullable String actor,
            @Nullable String action,
            @Nullable String type,
            @Nullable String thing,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Boolean refused) {

        AuditQuery query() {
            return new AuditQuery(actor, action, type, thing, from, to, refused);
        }
    }

    /// @param next the id to ask for as `after`; null where no more can follow
    record EntriesJson(List<EntryJson> items, @Nullable UUID next) {}

    /// @param row        its place in the chain; null while it waits to be linked
    /// @param permission the permission that decided, where the action is another word than it
    /// @param reason     why it was refused, where it was not for want of the permission
    record EntryJson(
            UUID id,
            @Nullable Long row,
            Instant at,
            String actor,
            @Nullable UUID account,
            String action,
            String type,
            String thing,
            @Nullable JsonNode before,
            @Nullable JsonNode after,
            boolean refused,
            @Nullable String request,
            @Nullable String permission,
            @Nullable String reason) {}
}
