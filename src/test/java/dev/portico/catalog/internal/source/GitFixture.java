package dev.portico.catalog.internal.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/// A bare repository whose commits are made object by object, so that they can hold what a checkout never would.
final class GitFixture implements AutoCloseable {

    private final Path folder;
    private final Repository repository;
    private final Map<String, Map<String, File>> branches = new TreeMap<>();

    private record File(FileMode mode, ObjectId id) {}

    GitFixture(Path folder) throws IOException {
        HermeticGit.enter();
        this.folder = folder;
        this.repository =
                new FileRepositoryBuilder().setGitDir(folder.toFile()).setBare().build();
        this.repository.create(true);
        this.repository.updateRef(Constants.HEAD).link("refs/heads/main");
    }

    Path folder() {
        return folder;
    }

    Repository repository() {
        return repository;
    }

    /// Commits a file to `main`.
    ObjectId commit(String path, byte[] content) throws IOException {
        return commit("main", path, FileMode.REGULAR_FILE, content);
    }

    /// Commits an entry of any mode to a branch.
    ObjectId commit(String branch, String path, FileMode mode, byte[] content) throws IOException {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            ObjectId id = mode.getBits() == FileMode.GITLINK.getBits()
                    ? ObjectId.fromString("1".repeat(40))
                    : inserter.insert(Constants.OBJ_BLOB, content);
            Map<String, File> files = branches.computeIfAbsent(branch, unseen -> new TreeMap<>());
            files.put(path, new File(mode, id));
            return commitTree(inserter, branch, tree(inserter, files, ""));
        }
    }

    /// Takes `main` away, so that its next commit is a first one.
    void forgetHistory() throws IOException {
        RefUpdate update = repository.updateRef("refs/heads/main");
        update.setForceUpdate(true);
        update.delete();
    }

    /// Commits a tree that holds itself so many times over, so many levels deep.
    void commitBomb(int width, int depth) throws IOException {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            TreeFormatter leaf = new TreeFormatter();
            leaf.append("leaf.txt", FileMode.REGULAR_FILE, inserter.insert(Constants.OBJ_BLOB, new byte[1]));
            ObjectId tree = inserter.insert(leaf);
            for (int level = 0; level < depth; level++) {
                TreeFormatter above = new TreeFormatter();
                for (int i = 0; i < width; i++) {
                    above.append("d" + (char) ('a' + i), FileMode.TREE, tree);
                }
                tree = inserter.insert(above);
            }
            commitTree(inserter, "main", tree);
        }
    }

    @Override
    public void close() {
        repository.close();
    }

    private ObjectId commitTree(ObjectInserter inserter, String branch, ObjectId tree) throws IOException {
        CommitBuilder commit = new CommitBuilder();
        commit.setTreeId(tree);
        commit.setAuthor(new PersonIdent("Jane", "jane@example.com"));
        commit.setCommitter(new PersonIdent("Jane", "jane@example.com"));
        commit.setMessage("Change");
        ObjectId before = repository.resolve("refs/heads/" + branch);
        if (before != null) {
            commit.setParentId(before);
        }
        ObjectId id = inserter.insert(commit);
        inserter.flush();
        RefUpdate update = repository.updateRef("refs/heads/" + branch);
        update.setNewObjectId(id);
        update.forceUpdate();
        return id;
    }

    private static ObjectId tree(ObjectInserter inserter, Map<String, File> files, String folder) throws IOException {
        Map<String, List<String>> below = new TreeMap<>();
        for (String path : files.keySet()) {
            if (path.startsWith(folder)) {
                String rest = path.substring(folder.length());
                int slash = rest.indexOf('/');
                String key = slash < 0 ? rest : rest.substring(0, slash + 1);
                below.computeIfAbsent(key, unseen -> new ArrayList<>()).add(path);
            }
        }
        TreeFormatter tree = new TreeFormatter();
        for (Map.Entry<String, List<String>> entry : below.entrySet()) {
            String name = entry.getKey();
            if (name.endsWith("/")) {
                tree.append(name.substring(0, name.length() - 1), FileMode.TREE, tree(inserter, files, folder + name));
            } else {
                File file = files.get(folder + name);
                if (file != null) {
                    tree.append(name, file.mode(), file.id());
                }
            }
        }
        return inserter.insert(tree);
    }
}
