package dev.portico.catalog.internal.source;

import dev.portico.catalog.internal.source.SourceUnreadable.Reason;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryCache;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FS;

/// A repository that already lies on this machine. It is read where it is, and never written to.
final class LocalGit implements GitStore {

    private final Repository repository;
    private final ObjectId commit;
    private final String branch;
    private final AtomicBoolean closed = new AtomicBoolean();

    private LocalGit(Repository repository, ObjectId commit, String branch) {
        this.repository = repository;
        this.commit = commit;
        this.branch = branch;
    }

    /// Opens the repository of a target.
    static LocalGit open(SourceTarget target) {
        Path path = Path.of(target.target());
        if (!Files.exists(path)) {
            throw new SourceUnreadable(
                    Reason.MISSING, target.ref(), "There is no " + path + ". Check the path, or mount it");
        }
        File folder = RepositoryCache.FileKey.resolve(path.toFile(), FS.DETECTED);
        if (folder == null) {
            throw new SourceUnreadable(Reason.REFUSED, target.ref(), path + " is not a Git repository");
        }
        Repository repository = null;
        try {
            repository = new FileRepositoryBuilder()
                    .setGitDir(folder)
                    .setMustExist(true)
                    .build();
            Ref head = head(repository, target);
            ObjectId peeled = head.getPeeledObjectId();
            ObjectId id = peeled == null ? Objects.requireNonNull(head.getObjectId()) : peeled;
            String name = head.getLeaf().getName();
            return new LocalGit(repository, id, name.equals(Constants.HEAD) ? name : Repository.shortenRefName(name));
        } catch (IOException | SourceUnreadable failed) {
            if (repository != null) {
                repository.close();
            }
            if (failed instanceof SourceUnreadable known) {
                throw known;
            }
            throw new SourceUnreadable(
                    Reason.BROKEN, target.ref(), "The repository " + path + " cannot be opened", failed);
        }
    }

    @Override
    public Repository repository() {
        return repository;
    }

    @Override
    public ObjectId commit() {
        return commit;
    }

    @Override
    public String branch() {
        return branch;
    }

    @Override
    public boolean repair() {
        return false;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            repository.close();
        }
    }

    private static Ref head(Repository repository, SourceTarget target) throws IOException {
        String branch = target.branch();
        Ref found = null;
        if (branch == null) {
            found = repository.exactRef(Constants.HEAD);
        } else {
            GitRemote.refuseOddBranch(branch, target);
            found = repository.exactRef(Constants.R_HEADS + branch);
            if (found == null) {
                found = repository.exactRef(Constants.R_TAGS + branch);
            }
        }
        if (found == null || found.getObjectId() == null) {
            throw GitRemote.noBranch(target);
        }
        return repository.getRefDatabase().peel(found);
    }
}
