package dev.portico.catalog.internal.source;

import dev.portico.catalog.internal.source.SourceUnreadable.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/// The files of one commit, read from the tree without a checkout. Nothing in it is a path on disk, so nothing leads
/// out: links and submodules are told from files, and not followed.
final class GitTree {

    private static final int DEEPEST = 60;

    private final GitStore store;
    private final SourceSettings settings;
    private final String place;

    GitTree(GitStore store, SourceSettings settings, String place) {
        this.store = store;
        this.settings = settings;
        this.place = place;
    }

    /// A file in the tree.
    ///
    /// @param path the path, with `/` between its parts
    /// @param blob the id of its content
    /// @param link whether it is a symbolic link
    record Entry(String path, ObjectId blob, boolean link) {}

    /// The files that match, in the order of their paths, found one by one.
    Listing matching(GlobPattern pattern) {
        return new Listing(pattern);
    }

    /// The file at a path.
    Optional<Entry> find(String path) {
        return repaired(() -> {
            Repository repository = store.repository();
            try (TreeWalk walk = TreeWalk.forPath(repository, path, root(repository))) {
                return Optional.ofNullable(walk).filter(GitTree::isFile).map(GitTree::entry);
            }
        });
    }

    /// The content of a file.
    byte[] read(Entry entry, String location) {
        int limit = (int) settings.maxFileSize().toBytes();
        return repaired(() -> {
            try (ObjectReader reader = store.repository().newObjectReader()) {
                if (reader.getObjectSize(entry.blob, Constants.OBJ_BLOB) > limit) {
                    throw tooLarge(location, limit);
                }
                return reader.open(entry.blob, Constants.OBJ_BLOB).getCachedBytes(limit);
            } catch (LargeObjectException large) {
                throw tooLarge(location, limit);
            }
        });
    }

    /// Does something with the repository; where that is damaged, fetches it anew and does it once more.
    private <T> T repaired(Step<T> step) {
        try {
            return step.take();
        } catch (IOException damaged) {
            if (!store.repair()) {
                throw damaged(damaged);
            }
            try {
                return step.take();
            } catch (IOException again) {
                throw damaged(again);
            }
        }
    }

    private SourceUnreadable damaged(IOException cause) {
        return new SourceUnreadable(
                Reason.CHANGING,
                place,
                "The repository changed or was damaged while it was read. It is read again next time",
                cause);
    }

    private static SourceUnreadable tooLarge(String location, int limit) {
        return new SourceUnreadable(
                Reason.TOO_LARGE,
                location,
                location + " is larger than " + limit + " bytes. Split it, or raise portico.sources.max-file-size");
    }

    private ObjectId root(Repository repository) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            return walk.parseCommit(store.commit()).getTree().copy();
        }
    }

    private static Entry entry(TreeWalk walk) {
        return new Entry(walk.getPathString(), walk.getObjectId(0), FileMode.SYMLINK.equals(walk.getRawMode(0)));
    }

    private static boolean isFile(TreeWalk walk) {
        int mode = walk.getRawMode(0);
        return FileMode.REGULAR_FILE.equals(mode)
                || FileMode.EXECUTABLE_FILE.equals(mode)
                || FileMode.SYMLINK.equals(mode);
    }

    @FunctionalInterface
    private interface Step<T> {
        T take() throws IOException;
    }

    /// Walks the tree. Trees that cannot hold a match are not entered; those that were seen count against a limit, so
    /// that a tree made of itself many times over has an end.
    final class Listing implements Iterator<Entry>, AutoCloseable {

        private final GlobPattern pattern;
        private final List<Entry> ahead = new ArrayList<>(1);
        private @Nullable TreeWalk walk;
        private boolean ended;
        private int seen;
        private int files;

        private Listing(GlobPattern pattern) {
            this.pattern = pattern;
        }

        @Override
        public boolean hasNext() {
            while (ahead.isEmpty() && !ended) {
                try {
                    step();
                } catch (IOException damaged) {
                    close();
                    throw damaged(damaged);
                }
            }
            return !ahead.isEmpty();
        }

        @Override
        public Entry next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return ahead.removeFirst();
        }

        @Override
        public void close() {
            ended = true;
            if (walk != null) {
                walk.close();
            }
        }

        private void step() throws IOException {
            if (walk == null) {
                walk = repaired(this::begin);
            }
            if (!walk.next()) {
                close();
                return;
            }
            seen++;
            if (seen > settings.maxEntries()) {
                throw tooMuch("more than " + settings.maxEntries() + " files and folders; give the source a pattern"
                        + " that begins with a folder, or raise portico.sources.max-entries");
            }
            if (walk.isSubtree()) {
                if (walk.getDepth() < DEEPEST && pattern.mayMatchBelow(walk.getPathString() + '/')) {
                    walk.enterSubtree();
                }
            } else if (isFile(walk) && pattern.matches(walk.getPathString())) {
                files++;
                if (files > settings.maxFiles()) {
                    throw tooMuch(
                            "more than " + settings.maxFiles() + " descriptor files; raise portico.sources.max-files");
                }
                ahead.add(entry(walk));
            }
        }

        private TreeWalk begin() throws IOException {
            Repository repository = store.repository();
            TreeWalk begun = new TreeWalk(repository);
            begun.addTree(root(repository));
            return begun;
        }

        private SourceUnreadable tooMuch(String what) {
            close();
            return new SourceUnreadable(Reason.TOO_LARGE, place, "The repository holds " + what);
        }
    }
}
