package dev.portico.catalog.internal.source;

import java.util.Objects;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/// Keeps the Git library from reading the settings of whoever runs the portal (rewritten URLs, proxies, cookies,
/// certificates that are not checked) and from writing settings of its own into that person's home.
final class HermeticGit extends SystemReader.Delegate {

    static {
        SystemReader.setInstance(new HermeticGit(SystemReader.getInstance()));
    }

    private HermeticGit(SystemReader system) {
        super(system);
    }

    /// Takes effect for the whole JVM, once.
    static void enter() {
        // Loading this class is what does it.
    }

    @Override
    public @Nullable String getenv(String name) {
        return name.startsWith("GIT_") || name.startsWith("XDG_") ? null : super.getenv(name);
    }

    @Override
    public FileBasedConfig openUserConfig(@Nullable Config parent, @Nullable FS files) {
        return new Nothing(parent, files);
    }

    @Override
    public FileBasedConfig openSystemConfig(@Nullable Config parent, @Nullable FS files) {
        return new Nothing(parent, files);
    }

    @Override
    public FileBasedConfig openJGitConfig(@Nullable Config parent, @Nullable FS files) {
        return new Nothing(parent, files);
    }

    private static final class Nothing extends FileBasedConfig {

        Nothing(@Nullable Config parent, @Nullable FS files) {
            super(parent, new java.io.File("/nonexistent"), Objects.requireNonNullElse(files, FS.DETECTED));
        }

        @Override
        public void load() {
            // There is nothing to load.
        }

        @Override
        public void save() {
            // What the library measures lives as long as the JVM.
        }

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
