package dev.portico.storage.internal.objects;

import dev.portico.storage.ObjectId;
import dev.portico.storage.Objects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class FolderObjectsTest extends ObjectsContract {

    @TempDir
    private Path folder;

    @Override
    Objects objects() {
        return new FolderObjects(folder);
    }

    @Override
    void damage(ObjectId id, byte[] content) throws IOException {
        String name = id.sha256();
        Files.write(
                folder.resolve(name.substring(0, 2))
                        .resolve(name.substring(2, 4))
                        .resolve(name),
                content);
    }
}
