package dev.portico.catalog;

import dev.portico.access.Access;
import dev.portico.access.ChangeGuard;
import dev.portico.catalog.internal.SentDescriptors;
import dev.portico.catalog.internal.SourceRegister;
import dev.portico.catalog.internal.SourceSuggestions;
import dev.portico.catalog.internal.Webhooks;
import dev.portico.catalog.internal.ingest.SourceRunner;
import dev.portico.catalog.internal.links.LinkReport;
import dev.portico.catalog.internal.seeds.DemoAccounts;
import dev.portico.catalog.internal.seeds.Seeds;
import dev.portico.catalog.internal.store.CatalogSource;
import dev.portico.catalog.internal.store.ProblemQueries;
import dev.portico.catalog.internal.store.RunLog;
import dev.portico.catalog.internal.store.SourceQueries;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Ids;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import dev.portico.search.Search;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/// Where the catalog's descriptors come from.
@Service
public final class Sources {

    private static final String UPLOAD = "upload";
    private static final String PUSH = "push";
    private static final String REFRESH = "refresh";
    private static final String THING = "catalog-source";
    private static final int PROBLEMS_TOLD = 100;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Access access;
    private final ChangeGuard guard;
    private final SourceRegister register;
    private final SentDescriptors sent;
    private final SourceRunner runner;
    private final SourceSuggestions suggestions;
    private final Webhooks webhooks;
    private final SourceQueries queries;
    private final RunLog runs;
    private final ProblemQueries problems;
    private final Search search;
    private final LinkReport links;
    private final DemoAccounts demoAccounts;

    Sources(
            Access access,
            ChangeGuard guard,
            SourceRegister register,
            SentDescriptors sent,
            SourceRunner runner,
            SourceSuggestions suggestions,
            Webhooks webhooks,
            SourceQueries queries,
            RunLog runs,
            ProblemQueries problems,
            Search search,
            LinkReport links,
            DemoAccounts demoAccounts) {
        this.access = access;
        this.guard = guard;
        this.register = register;
        this.sent = sent;
        this.runner = runner;
        this.suggestions = suggestions;
        this.webhooks = webhooks;
        this.queries = queries;
        this.runs = runs;
        this.problems = problems;
        this.search = search;
        this.links = links;
        this.demoAccounts = demoAccounts;
    }

    /// All sources, by name.
    public List<SourceHealth> list(Reader reader) {
        access.require(reader, CatalogPermissions.READ_SOURCE);
        return queries.all();
    }

    /// One source.
    ///
    /// @throws Refusal.NotFound when there is none of that name
    public SourceHealth source(String name, Reader reader) {
        access.require(reader, CatalogPermissions.READ_SOURCE);
        return health(name);
    }

    /// The last runs of a source, newest first, at most `limit`.
    public List<SourceRun> runs(String name, int limit, Reader reader) {
        access.require(reader, CatalogPermissions.READ_SOURCE);
        return runs.runs(register.named(name).id(), limit);
    }

    /// What the source's files have wrong at present, ordered by file and line, then what is wrong with the relations
    /// of its entities; at most 1,000 of each.
    public List<Problem> problems(String name, Reader reader) {
        access.require(reader, CatalogPermissions.READ_SOURCE);
        UUID source = register.named(name).id();
        return Stream.concat(problems.ofSource(source).stream(), links.ofSource(source).stream())
                .toList();
    }

    /// What a person typed (a path, a glob, a URL, a repository) as a definition to preview and register, with a name
    /// that is still free.
    ///
    /// @throws Refusal.InvalidInput when it is none of them
    public SourceDefinition suggest(String typed, Reader reader) {
        access.require(reader, CatalogPermissions.REGISTER_SOURCE);
        return suggestions.suggest(typed);
    }

    /// A name that is still free, made of a file's: `upload` where that says nothing, as `catalog-info.yaml` does.
    public String suggestName(String fileName, Reader reader) {
        access.require(reader, CatalogPermissions.REGISTER_SOURCE);
        return suggestions.nameOf(fileName);
    }

    /// What registering the source would bring. Reads it now, and writes nothing.
    public SourcePreview preview(SourceDefinition definition, Reader reader) {
        access.require(reader, CatalogPermissions.REGISTER_SOURCE);
        return told(runner.preview(SourceRegister.checked(definition), reader), reader);
    }

    /// What uploading these files under that name would bring. Writes nothing.
    public SourcePreview preview(String name, List<DescriptorUpload> files, Reader reader) {
        access.require(reader, CatalogPermissions.REGISTER_SOURCE);
        UUID held = register.find(name).map(CatalogSource::id).orElseGet(Ids::next);
        return told(runner.preview(held, name, UPLOAD, files, reader), reader);
    }

    /// Registers a source and runs it at once in the background.
    ///
    /// @throws Refusal.Conflict when another source has that name
    public SourceHealth register(SourceDefinition definition, Reader reader) {
        guard.require(reader, CatalogPermissions.REGISTER_SOURCE, THING, definition.name());
        register.add(definition, reader);
        return health(definition.name());
    }

    /// Replaces what the upload source of that name holds, and makes the source where there is none.
    public SourceRun upload(String name, List<DescriptorUpload> files, Reader reader) {
        guard.require(reader, CatalogPermissions.REGISTER_SOURCE, THING, name);
        return sent.take(name, UPLOAD, files, reader);
    }

    /// Replaces what the push source of that name holds, and makes the source where there is none. Pushing the same
    /// again changes nothing. What it returns has been written.
    public SourceRun push(String name, List<DescriptorUpload> files, Reader reader) {
        guard.require(reader, CatalogPermissions.REGISTER_SOURCE, THING, name);
        return sent.take(name, PUSH, files, reader);
    }

    /// What is wrong with the files that were sent to a source last, for whoever may send them; at most 100.
    public List<Problem> sent(String name, Reader reader) {
        access.require(reader, CatalogPermissions.REGISTER_SOURCE);
        return told(problems.ofSource(register.named(name).id()), reader).stream()
                .limit(PROBLEMS_TOLD)
                .toList();
    }

    /// Has the source run now, in the background.
    ///
    /// @throws Refusal.InvalidInput when its descriptors are sent, so that there is nothing to read
    public void refresh(String name, Reader reader) {
        guard.require(reader, CatalogPermissions.REFRESH_SOURCE, THING, name);
        register.runNow(name, REFRESH, reader);
    }

    /// Has the sources that place these entities run now, as far as they are read and not sent.
    ///
    /// @return the names of those sources, by name
    public List<String> refresh(Collection<EntityRef> entities, Reader reader) {
        guard.require(reader, CatalogPermissions.REFRESH_SOURCE, THING, "*");
        List<String> names = queries.readOf(entities);
        names.forEach(name -> register.runNow(name, REFRESH, reader));
        return names;
    }

    /// Has the source run now because its host says that something changed there. The message proves itself by the
    /// secret `webhook.NAME`, which the host and Portico share.
    ///
    /// @throws Refusal.NotFound when there is no such source, no such secret, or the message does not prove it; the
    ///     log says which of them
    public void notified(String name, WebhookMessage message) {
        webhooks.check(name, message);
        register.runNow(name, "webhook", Reader.system("webhook"));
    }

    /// Removes a source with the entities it places; their history stays. With the sample company its accounts go.
    public void remove(String name, Reader reader) {
        guard.require(reader, CatalogPermissions.REMOVE_SOURCE, THING, name);
        register.remove(name, reader);
        if (Seeds.isSample(name)) {
            demoAccounts.remove();
        }
        search.follow(PATIENCE);
    }

    /// The preview for a reader, who may not be told what other sources are called.
    private SourcePreview told(SourcePreview preview, Reader reader) {
        return new SourcePreview(
                preview.created(),
                preview.changed(),
                preview.unchanged(),
                preview.removed(),
                preview.refused(),
                told(preview.problems(), reader));
    }

    private List<Problem> told(List<Problem> found, Reader reader) {
        return access.decide(reader, CatalogPermissions.READ_SOURCE).allowed()
                ? found
                : found.stream().map(Problem::withoutHolder).toList();
    }

    /// Whether a source is the sample company that a first start brought.
    public boolean isSample(String name) {
        return Seeds.isSample(name);
    }

    private SourceHealth health(String name) {
        return queries.named(name).stream().findFirst().orElseThrow(() -> SourceRegister.unknown(name));
    }
}
