package dev.portico.search.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;

/// One Lucene index in a folder of its own, with its one writer and the view that readers search.
///
/// Writing is for one thread at a time; reading for any number.
final class Index implements Closeable {

    private static final int SEGMENTS_A_TIER = 4;
    private static final double SMALL_SEGMENT_MEGABYTES = 8;

    private final Path folder;
    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    private Index(Path folder, Directory directory, IndexWriter writer) throws IOException {
        this.folder = folder;
        this.directory = directory;
        this.writer = writer;
        this.searchers = new SearcherManager(writer, new Searchers());
    }

    /// Opens the index in the folder, or makes one.
    ///
    /// @param directory the folder as Lucene sees it; closed with the index
    /// @throws IOException where it is damaged
    static Index open(Path folder, Directory directory, double megabytes) throws IOException {
        IndexWriter writer = null;
        try {
            writer = new IndexWriter(directory, configuration(megabytes));
            return new Index(folder, directory, writer);
        } catch (IOException | RuntimeException e) {
            IOUtils.closeWhileHandlingException(writer, directory);
            throw e;
        }
    }

    private static IndexWriterConfig configuration(double megabytes) {
        IndexWriterConfig configuration = new IndexWriterConfig();
        TieredMergePolicy merging = new TieredMergePolicy();
        merging.setSegmentsPerTier(SEGMENTS_A_TIER);
        merging.setFloorSegmentMB(SMALL_SEGMENT_MEGABYTES);
        configuration.setMergePolicy(merging);
        configuration.setRAMBufferSizeMB(megabytes);
        configuration.setCommitOnClose(false);
        return configuration;
    }

    /// Whether every file of the index in the folder is whole, by its checksum. Reads it all: a second for a gigabyte.
    ///
    /// @param directory closed afterwards
    static boolean isWhole(Directory directory) {
        try (directory;
                CheckIndex check = new CheckIndex(directory)) {
            check.setLevel(CheckIndex.Level.MIN_LEVEL_FOR_CHECKSUM_CHECKS);
            return check.checkIndex().clean;
        } catch (IOException | RuntimeException damaged) {
            return false;
        }
    }

    Path folder() {
        return folder;
    }

    /// What the last commit remembers.
    Map<String, String> remembered() {
        Map<String, String> data = new HashMap<>();
        Iterable<Map.Entry<String, String>> committed = writer.getLiveCommitData();
        if (committed != null) {
            committed.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        }
        return data;
    }

    /// Puts documents in the place of those with the same keys.
    void replace(String type, Collection<String> ids, Map<String, Document> documents) throws IOException {
        for (String id : ids) {
            Term key = new Term(Names.KEY, Names.key(type, id));
            Document document = documents.get(id);
            if (document == null) {
                writer.deleteDocuments(key);
            } else {
                writer.updateDocument(key, document);
            }
        }
    }

    /// Lets readers see what was written.
    void show() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    /// Makes what was written last, together with what is to be remembered.
    void commit(Map<String, String> remember) throws IOException {
        writer.setLiveCommitData(remember.entrySet());
        writer.commit();
    }

    /// A view of the index as it is now, to be given back by [#release].
    IndexSearcher acquire() throws IOException {
        return searchers.acquire();
    }

    void release(IndexSearcher searcher) throws IOException {
        searchers.release(searcher);
    }

    /// Whether a failed write has closed the writer. What was shown before can still be read.
    boolean isBroken() {
        return !writer.isOpen();
    }

    @Override
    public void close() throws IOException {
        try (directory;
                writer;
                searchers) {
            // closed in the order of readers, writer, folder
        }
    }
}
