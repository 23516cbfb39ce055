package dev.portico.catalog.internal.source;

import dev.portico.catalog.internal.source.SourceUnreadable.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads files below one folder and nothing else.
///
/// A path is first made real, links and all, and has to lie below the folder. The file is then opened part by part
/// from the folder down, where the system can, with no part being a link: a link that is put in place between the two
/// steps leads nowhere.
final class ConfinedFiles {

    private static final Set<OpenOption> READING = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    private final Path root;
    private final Path realRoot;
    private final long limit;
    private final Channels channels;

    /// Takes a folder that exists.
    ///
    /// @param root     the folder as people name it
    /// @param realRoot where it really is
    /// @param limit    the largest file in bytes
    ConfinedFiles(Path root, Path realRoot, long limit, Channels channels) {
        this.root = root;
        this.realRoot = realRoot;
        this.limit = limit;
        this.channels = channels;
    }

    /// The folder as people name it.
    Path root() {
        return root;
    }

    /// Whether a path really lies below the folder; true for one that does not exist.
    boolean holds(Path path) {
        try {
            return path.toRealPath().startsWith(realRoot);
        } catch (IOException gone) {
            return true;
        }
    }

    /// Reads a whole file, as it was at one moment. One that changes meanwhile is read once more.
    byte[] read(Path path) {
        String place = "file:" + path;
        try {
            Path real = path.toRealPath();
            if (!real.startsWith(realRoot)) {
                throw new SourceUnreadable(
                                Reason.REFUSED,
                                place,
                                path + " leads out of " + root + ", which is not followed. Move the file in")
                        .allowing("a file below " + root + ", or a link to one");
            }
            byte[] content = readOnce(real, place);
            if (content == null) {
                content = readOnce(real, place);
            }
            if (content == null) {
                throw new SourceUnreadable(
                        Reason.CHANGING, place, path + " changed while it was read, twice. It is read again next time");
            }
            return content;
        } catch (NoSuchFileException missing) {
            throw new SourceUnreadable(Reason.MISSING, place, "There is no file " + path, missing);
        } catch (IOException failed) {
            if (LinkCircle.on(path)) {
                throw new SourceUnreadable(
                                Reason.REFUSED,
                                place,
                                path + " is a link that leads in a circle, so there is no file behind it",
                                failed)
                        .allowing("a file below " + root + ", or a link to one");
            }
            throw new SourceUnreadable(
                    Reason.UNREACHABLE, place, path + " cannot be read: " + sentence(failed), failed);
        }
    }

    /// What went wrong, for a person.
    static String sentence(IOException failed) {
        return switch (failed) {
            case java.nio.file.AccessDeniedException denied -> "Portico may not read it; grant it the right";
            case FileSystemException broken
            when broken.getReason() != null -> "the file system says \"" + broken.getReason() + '"';
            default -> "the file system reports a failure";
        };
    }

    private byte @Nullable [] readOnce(Path real, String place) throws IOException {
        try (DirectoryStream<Path> folder = Files.newDirectoryStream(realRoot)) {
            if (folder instanceof SecureDirectoryStream<Path> secure) {
                return readBelow(secure, realRoot.relativize(real), 0, place);
            }
        }
        BasicFileAttributeView view =
                Files.getFileAttributeView(real, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        refuseSpecial(view.readAttributes(), place);
        try (SeekableByteChannel channel = Files.newByteChannel(real, READING)) {
            return read(channel, view, place);
        }
    }

    private byte @Nullable [] readBelow(SecureDirectoryStream<Path> folder, Path relative, int part, String place)
            throws IOException {
        Path name = relative.getName(part);
        if (part + 1 < relative.getNameCount()) {
            try (SecureDirectoryStream<Path> next = folder.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
                return readBelow(next, relative, part + 1, place);
            }
        }
        BasicFileAttributeView view =
                folder.getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        refuseSpecial(view.readAttributes(), place);
        try (SeekableByteChannel channel = folder.newByteChannel(name, READING)) {
            return read(channel, view, place);
        }
    }

    /// The content, or null where it changed in between.
    private byte @Nullable [] read(SeekableByteChannel channel, BasicFileAttributeView view, String place)
            throws IOException {
        BasicFileAttributes before = view.readAttributes();
        if (before.size() > limit) {
            throw tooLarge(place);
        }
        byte[] content = channels.read(channel, limit);
        if (content.length > limit) {
            throw tooLarge(place);
        }
        BasicFileAttributes after = view.readAttributes();
        boolean same = before.size() == after.size()
                && content.length == after.size()
                && before.lastModifiedTime().equals(after.lastModifiedTime())
                && Objects.equals(before.fileKey(), after.fileKey());
        return same ? content : null;
    }

    private static void refuseSpecial(BasicFileAttributes attributes, String place) {
        if (!attributes.isRegularFile()) {
            String what = attributes.isDirectory() ? "a folder" : "a pipe, device or socket";
            throw new SourceUnreadable(Reason.REFUSED, place, place.substring("file:".length()) + " is " + what)
                    .allowing("a file");
        }
    }

    private SourceUnreadable tooLarge(String place) {
        return new SourceUnreadable(
                        Reason.TOO_LARGE,
                        place,
                        place.substring("file:".length()) + " is larger than " + limit
                                + " bytes. Split it, or raise portico.sources.max-file-size")
                .allowing("at most " + limit + " bytes");
    }

    /// How the bytes of an open file are read; a seam, so that a test can change a file meanwhile.
    @FunctionalInterface
    interface Channels {

        /// Reads to the end, or to one byte past the limit.
        Channels REAL = (channel, limit) -> {
            ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(limit + 1, channel.size() + 1));
            while (channel.read(buffer) >= 0) {
                if (!buffer.hasRemaining()) {
                    if (buffer.capacity() > limit) {
                        break;
                    }
                    int more = (int) Math.min(limit + 1, buffer.capacity() * 2L);
                    buffer = ByteBuffer.allocate(more).put(buffer.flip());
                }
            }
            return Arrays.copyOf(buffer.array(), buffer.position());
        };

        byte[] read(SeekableByteChannel channel, long limit) throws IOException;
    }
}
