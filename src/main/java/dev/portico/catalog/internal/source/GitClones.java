package dev.portico.catalog.internal.source;

import dev.portico.catalog.internal.source.SourceUnreadable.Reason;
import dev.portico.outbound.Outbound;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/// The clones of remote repositories: bare, without history, one for each address, branch and credential. A clone is a
/// cache: one that is damaged, or has gathered too many packs, is thrown away and fetched anew.
///
/// A clone is held by one reading at a time; others of the same repository wait, those of other repositories do not.
final class GitClones {

    private static final int MOST_PACKS = 50;

    private final Path root;
    private final Outbound outbound;
    private final SourceSettings settings;
    private final Map<String, Semaphore> held = new ConcurrentHashMap<>();

    GitClones(Path root, Outbound outbound, SourceSettings settings) {
        this.root = root;
        this.outbound = outbound;
        this.settings = settings;
    }

    /// Brings the clone of a target up to date and holds it until it is closed.
    GitStore open(SourceTarget target, @Nullable Credential credential) {
        String name = name(target);
        Semaphore place = held.computeIfAbsent(name, unseen -> new Semaphore(1));
        hold(place, target);
        boolean opened = false;
        try {
            Clone clone = new Clone(
                    root.resolve(name), new GitRemote(outbound, settings, target, credential), target, place::release);
            clone.update();
            opened = true;
            return clone;
        } finally {
            if (!opened) {
                place.release();
            }
        }
    }

    private void hold(Semaphore place, SourceTarget target) {
        try {
            if (place.tryAcquire(settings.fetchTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw new SourceUnreadable(
                Reason.UNREACHABLE, target.ref(), target.target() + " is still being read by an earlier run");
    }

    /// The folder of a clone: nothing that a person typed becomes part of a path.
    private static String name(SourceTarget target) {
        String identity = target.target() + '\n' + target.branch() + '\n' + target.secret();
        String digest = Fingerprints.sha256(identity.getBytes(StandardCharsets.UTF_8));
        return digest.substring("sha256:".length(), "sha256:".length() + 32);
    }

    private static final class Clone implements GitStore {

        private final Path folder;
        private final GitRemote remote;
        private final SourceTarget target;
        private final Runnable release;
        private final AtomicBoolean closed = new AtomicBoolean();
        private @Nullable Repository repository;
        private GitRemote.@Nullable Tip tip;

        Clone(Path folder, GitRemote remote, SourceTarget target, Runnable release) {
            this.folder = folder;
            this.remote = remote;
            this.target = target;
            this.release = release;
        }

        @Override
        public Repository repository() {
            return Objects.requireNonNull(repository);
        }

        @Override
        public ObjectId commit() {
            return Objects.requireNonNull(tip).commit();
        }

        @Override
        public String branch() {
            return Objects.requireNonNull(tip).branch();
        }

        /// Updates the clone; a damaged one is thrown away and made anew, once.
        void update() {
            if (isCrowded()) {
                discard();
            }
            boolean existed = Files.exists(folder);
            try {
                updateOnce();
            } catch (SourceUnreadable known) {
                close(repository);
                if (known.reason() == Reason.TOO_LARGE) {
                    discard();
                }
                throw known;
            } catch (IOException | RuntimeException damaged) {
                discard();
                if (!existed) {
                    throw broken(damaged);
                }
                try {
                    updateOnce();
                } catch (IOException | RuntimeException again) {
                    discard();
                    throw again instanceof SourceUnreadable known ? known : broken(again);
                }
            }
        }

        @Override
        public boolean repair() {
            ObjectId wanted = commit();
            discard();
            update();
            return wanted.equals(commit());
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                close(repository);
                release.run();
            }
        }

        private void updateOnce() throws IOException {
            Repository open = new FileRepositoryBuilder()
                    .setGitDir(folder.toFile())
                    .setBare()
                    .build();
            repository = open;
            if (!Files.exists(folder.resolve("config"))) {
                open.create(true);
                StoredConfig config = open.getConfig();
                config.setInt("gc", null, "auto", 0);
                config.setBoolean("gc", null, "autoDetach", false);
                config.save();
            }
            tip = remote.update(open);
        }

        private boolean isCrowded() {
            try (Stream<Path> packs = Files.list(folder.resolve("objects").resolve("pack"))) {
                return packs.filter(file -> file.toString().endsWith(".pack")).count() > MOST_PACKS;
            } catch (IOException none) {
                return false;
            }
        }

        private void discard() {
            close(repository);
            repository = null;
            try {
                FileSystemUtils.deleteRecursively(folder);
            } catch (IOException failed) {
                throw new UncheckedIOException("The clone " + folder + " cannot be deleted", failed);
            }
        }

        private SourceUnreadable broken(Exception cause) {
            return new SourceUnreadable(
                    Reason.BROKEN,
                    target.ref(),
                    target.target() + " was fetched, but what came is not a repository that can be read",
                    cause);
        }

        private static void close(@Nullable Repository repository) {
            if (repository != null) {
                repository.close();
            }
        }
    }
}
