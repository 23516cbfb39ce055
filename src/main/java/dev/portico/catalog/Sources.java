package dev.portico.catalog;

import dev.portico.kernel.Reader;
import java.util.List;

/// Where the catalog's descriptors come from.
public interface Sources {

    /// All sources, by name.
    List<SourceHealth> list(Reader reader);

    /// One source.
    ///
    /// @throws dev.portico.kernel.Refusal.NotFound when there is none of that name
    SourceHealth source(String name, Reader reader);

    /// The last runs of a source, newest first, at most `limit`.
    List<SourceRun> runs(String name, int limit, Reader reader);

    /// What the source's files have wrong at present, ordered by file and line, at most 1,000.
    List<Problem> problems(String name, Reader reader);

    /// What registering the source would bring. Reads it now, and writes nothing.
    SourcePreview preview(SourceDefinition definition, Reader reader);

    /// What uploading these files under that name would bring. Writes nothing.
    SourcePreview preview(String name, List<DescriptorUpload> files, Reader reader);

    /// Registers a source and runs it at once in the background.
    ///
    /// @throws dev.portico.kernel.Refusal.Conflict when another source has that name
    SourceHealth register(SourceDefinition definition, Reader reader);

    /// Replaces what the upload source of that name holds, and makes the source where there is none.
    SourceRun upload(String name, List<DescriptorUpload> files, Reader reader);

    /// Replaces what the push source of that name holds. Pushing the same again changes nothing.
    SourceRun push(String name, List<DescriptorUpload> files, Reader reader);

    /// Has the source run now, in the background.
    void refresh(String name, String trigger, Reader reader);

    /// Removes a source with the entities it places.
    void remove(String name, Reader reader);
}
