package dev.portico.catalog;

import dev.portico.access.ChangeGuard;
import dev.portico.access.Permission;
import dev.portico.access.Space;
import dev.portico.catalog.internal.SentDescriptors;
import dev.portico.catalog.internal.SourceRegister;
import dev.portico.catalog.internal.SourceRights;
import dev.portico.catalog.internal.SourceSuggestions;
import dev.portico.catalog.internal.Webhooks;
import dev.portico.catalog.internal.ingest.SourceRunner;
import dev.portico.catalog.internal.links.LinkReport;
import dev.portico.catalog.internal.seeds.DemoAccounts;
import dev.portico.catalog.internal.seeds.DemoPolicy;
import dev.portico.catalog.internal.seeds.DemoReviews;
import dev.portico.catalog.internal.seeds.DemoSpaces;
import dev.portico.catalog.internal.seeds.DemoTokens;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Where the catalog's descriptors come from.
@Service
public final class Sources {

    private static final String UPLOAD = "upload";
    private static final String PUSH = "push";
    private static final String REFRESH = "refresh";
    private static final int PROBLEMS_TOLD = 100;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SourceRights rights;
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
    private final DemoSpaces demoSpaces;
    private final DemoPolicy demoPolicy;
    private final DemoReviews demoReviews;
    private final DemoTokens demoTokens;

    Sources(
            SourceRights rights,
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
            DemoAccounts demoAccounts,
            DemoSpaces demoSpaces,
            DemoPolicy demoPolicy,
            DemoReviews demoReviews,
            DemoTokens demoTokens) {
        this.rights = rights;
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
        this.demoSpaces = demoSpaces;
        this.demoPolicy = demoPolicy;
        this.demoReviews = demoReviews;
        this.demoTokens = demoTokens;
    }

    /// The sources that the reader may see, by name.
    public List<SourceHealth> list(Reader reader) {
        rights.requireAny(reader, CatalogPermissions.READ_SOURCE);
        return queries.all().stream()
                .filter(source -> rights.may(reader, CatalogPermissions.READ_SOURCE, source.definition()))
                .toList();
    }

    /// Whether the reader holds a permission for a source.
    public boolean may(Permission permission, SourceDefinition source, Reader reader) {
        return rights.may(reader, permission, source);
    }

    /// Whether the reader holds a permission for some source at least, be it one that is not there yet.
    public boolean mayAny(Permission permission, Reader reader) {
        return rights.any(reader, permission);
    }

    /// The spaces that the reader may register and send sources of, by name.
    public List<Space> spaces(Reader reader) {
        return rights.spaces(reader);
    }

    /// Whether the reader may register and send sources of no space, and of every space.
    public boolean mayWithoutSpace(Reader reader) {
        return rights.everywhere(reader, CatalogPermissions.REGISTER_SOURCE);
    }

    /// One source.
    ///
    /// @throws Refusal.NotFound when there is none of that name
    public SourceHealth source(String name, Reader reader) {
        return health(rights.seen(name, CatalogPermissions.READ_SOURCE, reader));
    }

    /// The last runs of a source, newest first, at most `limit`.
    public List<SourceRun> runs(String name, int limit, Reader reader) {
        return runs.runs(
                rights.seen(name, CatalogPermissions.READ_SOURCE, reader).id(), limit);
    }

    /// What the source's files have wrong at present, ordered by file and line, then what is wrong with the relations
    /// of its entities; at most 1,000 of each.
    public List<Problem> problems(String name, Reader reader) {
        UUID source = rights.seen(name, CatalogPermissions.READ_SOURCE, reader).id();
        return told(
                Stream.concat(problems.ofSource(source).stream(), links.ofSource(source).stream())
                        .toList(),
                reader);
    }

    /// What a person typed (a path, a glob, a URL, a repository) as a definition to preview and register, with a name
    /// that is still free.
    ///
    /// @throws Refusal.InvalidInput when it is none of them
    public SourceDefinition suggest(String typed, Reader reader) {
        rights.requireSuggesting(reader, typed);
        return suggestions.suggest(typed);
    }

    /// A name that is still free, made of a file's: `upload` where that says nothing, as `catalog-info.yaml` does.
    public String suggestName(String fileName, Reader reader) {
        rights.requireAny(reader, CatalogPermissions.REGISTER_SOURCE);
        return suggestions.nameOf(fileName);
    }

    /// What registering the source would bring. Reads it now, and writes nothing.
    public SourcePreview preview(SourceDefinition definition, Reader reader) {
        rights.requirePreviewing(reader, definition);
        return told(runner.preview(SourceRegister.checked(definition), reader), reader);
    }

    /// What uploading these files under that name would bring. Writes nothing.
    public SourcePreview preview(String name, List<DescriptorUpload> files, Reader reader) {
        return preview(name, null, files, reader);
    }

    /// As above, for a source of a space.
    ///
    /// @param space the space of a source that is not there yet; null for none, or where there is one choice
    public SourcePreview preview(String name, @Nullable String space, List<DescriptorUpload> files, Reader reader) {
        rights.requireAny(reader, CatalogPermissions.REGISTER_SOURCE);
        SourceDefinition sent = sent(name, UPLOAD, space, reader);
        rights.requirePreviewing(reader, sent);
        UUID held = register.find(name).map(CatalogSource::id).orElseGet(Ids::next);
        return told(runner.preview(held, sent, files, reader), reader);
    }

    /// Registers a source and runs it at once in the background.
    ///
    /// @throws Refusal.Conflict when another source has that name
    public SourceHealth register(SourceDefinition definition, Reader reader) {
        rights.requireRegistering(reader, definition);
        return health(register.add(definition, reader));
    }

    /// Replaces what the upload source of that name holds, and makes the source where there is none.
    public SourceRun upload(String name, List<DescriptorUpload> files, Reader reader) {
        return upload(name, null, files, reader);
    }

    /// As above, for a source of a space.
    ///
    /// @param space the space of a source that is not there yet; null for none, or where there is one choice
    public SourceRun upload(String name, @Nullable String space, List<DescriptorUpload> files, Reader reader) {
        return take(name, UPLOAD, space, files, reader);
    }

    /// Replaces what the push source of that name holds, and makes the source where there is none. Pushing the same
    /// again changes nothing. What it returns has been written.
    public SourceRun push(String name, List<DescriptorUpload> files, Reader reader) {
        return push(name, null, files, reader);
    }

    /// As above, for a source of a space.
    ///
    /// @param space the space of a source that is not there yet; null for none, or where there is one choice
    /// @throws Refusal.Forbidden where groups of the space do not own all that is sent
    public SourceRun push(String name, @Nullable String space, List<DescriptorUpload> files, Reader reader) {
        return take(name, PUSH, space, files, reader);
    }

    private SourceRun take(
            String name, String type, @Nullable String space, List<DescriptorUpload> files, Reader reader) {
        SourceDefinition definition = sent(name, type, space, reader);
        rights.requireRegistering(reader, definition);
        try {
            return sent.take(name, type, definition.space(), files, reader);
        } catch (Refusal.Forbidden outside) {
            guard.refused(reader, CatalogPermissions.REGISTER_SOURCE, CatalogPermissions.SOURCE, name);
            throw outside;
        }
    }

    private SourceDefinition sent(String name, String type, @Nullable String space, Reader reader) {
        return new SourceDefinition(name, type, "", null, null, null, Duration.ZERO, rights.space(name, space, reader));
    }

    /// What is wrong with the files that were sent to a source last, for whoever may send them; at most 100.
    public List<Problem> sent(String name, Reader reader) {
        CatalogSource source = rights.seen(name, CatalogPermissions.REGISTER_SOURCE, reader);
        return told(problems.ofSource(source.id()), reader).stream()
                .limit(PROBLEMS_TOLD)
                .toList();
    }

    /// Has the source run now, in the background.
    ///
    /// @throws Refusal.InvalidInput when its descriptors are sent, so that there is nothing to read
    public void refresh(String name, Reader reader) {
        register.runNow(rights.changed(name, CatalogPermissions.REFRESH_SOURCE, reader), REFRESH, reader);
    }

    /// Has the sources that place these entities run now, as far as they are read and not sent.
    ///
    /// @return the names of those sources, by name
    public List<String> refresh(Collection<EntityRef> entities, Reader reader) {
        if (!rights.any(reader, CatalogPermissions.REFRESH_SOURCE)) {
            guard.require(reader, CatalogPermissions.REFRESH_SOURCE, CatalogPermissions.SOURCE, "*");
        }
        List<CatalogSource> read = queries.readOf(entities).stream()
                .flatMap(name -> register.find(name).stream())
                .filter(source -> rights.may(reader, CatalogPermissions.REFRESH_SOURCE, source.definition()))
                .toList();
        read.forEach(source -> register.runNow(source, REFRESH, reader));
        return read.stream().map(CatalogSource::name).toList();
    }

    /// Has the source run now because its host says that something changed there. The message proves itself by the
    /// secret `webhook.NAME`, which the host and Portico share.
    ///
    /// @throws Refusal.NotFound when there is no such source, no such secret, or the message does not prove it; the
    ///     log says which of them
    public void notified(String name, WebhookMessage message) {
        webhooks.check(name, message);
        register.runNow(register.named(name), "webhook", Reader.system("webhook"));
    }

    /// Removes a source with the entities it places; their history stays. With the sample company its accounts and
    /// spaces go.
    public void remove(String name, Reader reader) {
        CatalogSource source = rights.changed(name, CatalogPermissions.REMOVE_SOURCE, reader);
        register.remove(source, reader);
        // Another source may have come to its name, in a space.
        if (source.definition().space() == null && Seeds.isSample(name)) {
            demoReviews.remove();
            demoTokens.remove();
            demoAccounts.remove();
            demoPolicy.remove();
            demoSpaces.remove();
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
        return rights.everywhere(reader, CatalogPermissions.READ_SOURCE)
                ? found
                : found.stream().map(Problem::withoutHolder).toList();
    }

    /// Whether a source is the sample company that a first start brought.
    public boolean isSample(String name) {
        return Seeds.isSample(name);
    }

    private SourceHealth health(CatalogSource source) {
        return queries.of(source.id()).orElseThrow(() -> SourceRegister.unknown(source.name()));
    }
}
