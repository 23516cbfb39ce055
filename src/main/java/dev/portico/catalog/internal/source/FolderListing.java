package dev.portico.catalog.internal.source;

import dev.portico.catalog.internal.source.SourceUnreadable.Reason;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Walks a folder and gives the paths that match a pattern, in the order of the paths. One folder at a time is held in
/// memory for each level.
///
/// Links to folders are not entered: what they lead to within the root is met at its own place, and what lies outside
/// is given as it is, so that reading it is refused where everybody sees it. `.git`, `node_modules` and names that
/// begin with `..` are passed over.
final class FolderListing implements Iterator<Path> {

    private static final Set<String> PASSED_OVER = Set.of(".git", "node_modules");
    private static final int DEEPEST = 60;

    private final ConfinedFiles confined;
    private final Path root;
    private final GlobPattern pattern;
    private final int mostEntries;
    private final int mostFiles;
    private final Deque<Iterator<Entry>> open = new ArrayDeque<>();
    private @Nullable Path next;
    private int entries;
    private int files;

    FolderListing(ConfinedFiles confined, GlobPattern pattern, SourceSettings settings) {
        this(confined, pattern, settings.maxEntries(), settings.maxFiles());
    }

    FolderListing(ConfinedFiles confined, GlobPattern pattern, int mostEntries, int mostFiles) {
        this.confined = confined;
        this.root = confined.root();
        this.pattern = pattern;
        this.mostEntries = mostEntries;
        this.mostFiles = mostFiles;
        this.open.push(entries(root).iterator());
    }

    @Override
    public boolean hasNext() {
        while (next == null && !open.isEmpty()) {
            if (open.peek().hasNext()) {
                visit(open.peek().next());
            } else {
                open.pop();
            }
        }
        return next != null;
    }

    @Override
    public Path next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        Path found = next;
        next = null;
        return found;
    }

    private void visit(Entry entry) {
        String relative = relative(entry.path);
        if (entry.folder) {
            if (pattern.mayMatchBelow(relative + '/')) {
                if (open.size() >= DEEPEST) {
                    throw tooMuch("is deeper than " + DEEPEST + " folders");
                }
                open.push(entries(entry.path).iterator());
            }
            return;
        }
        if (pattern.matches(relative) || leadsOut(entry, relative)) {
            files++;
            if (files > mostFiles) {
                throw tooMuch("holds more than " + mostFiles + " descriptor files; raise portico.sources.max-files");
            }
            next = entry.path;
        }
    }

    /// Whether this is a link to a folder outside, below which something might have matched.
    private boolean leadsOut(Entry entry, String relative) {
        return entry.link
                && pattern.mayMatchBelow(relative + '/')
                && Files.isDirectory(entry.path)
                && !confined.holds(entry.path);
    }

    private String relative(Path path) {
        return root.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    private List<Entry> entries(Path folder) {
        List<Entry> found = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            for (Path path : stream) {
                entries++;
                if (entries > mostEntries) {
                    throw tooMuch("holds more than " + mostEntries
                            + " files and folders; name a smaller folder or raise portico.sources.max-entries");
                }
                String name = String.valueOf(path.getFileName());
                if (!PASSED_OVER.contains(name) && !name.startsWith("..")) {
                    found.add(Entry.of(path));
                }
            }
        } catch (DirectoryIteratorException | IOException failed) {
            throw unlisted(folder, failed);
        }
        found.sort(Comparator.comparing(entry -> entry.key));
        return found;
    }

    private static SourceUnreadable unlisted(Path folder, Exception failed) {
        return new SourceUnreadable(
                Reason.UNREACHABLE,
                "file:" + folder,
                "The folder " + folder + " cannot be listed. Check that it is there and that Portico may read it",
                failed);
    }

    private SourceUnreadable tooMuch(String what) {
        return new SourceUnreadable(Reason.TOO_LARGE, "file:" + root, "The folder " + root + ' ' + what);
    }

    /// A file or folder with the key it is ordered by: a folder's ends in `/`, so that paths come in their own order.
    private record Entry(Path path, String key, boolean folder, boolean link) {

        static Entry of(Path path) throws IOException {
            String name = String.valueOf(path.getFileName());
            BasicFileAttributes attributes;
            try {
                attributes = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            } catch (NoSuchFileException gone) {
                return new Entry(path, name, false, false);
            }
            boolean folder = attributes.isDirectory();
            return new Entry(path, folder ? name + '/' : name, folder, attributes.isSymbolicLink());
        }
    }
}
