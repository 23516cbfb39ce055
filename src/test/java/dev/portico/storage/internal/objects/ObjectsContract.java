package dev.portico.storage.internal.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.storage.ObjectId;
import dev.portico.storage.Objects;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What every object store promises. Each adapter has a test class that extends this.
abstract class ObjectsContract {

    private static final ObjectId HELLO =
            new ObjectId("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");

    abstract Objects objects();

    /// Changes the stored bytes behind the store's back.
    abstract void damage(ObjectId id, byte[] content) throws IOException;

    @Test
    void an_object_is_named_by_its_content() throws IOException {
        Objects.Stored stored = objects().put(content("hello"));
        assertThat(stored.id()).isEqualTo(HELLO);
        assertThat(stored.size()).isEqualTo(5);
        assertThat(read(HELLO)).isEqualTo("hello".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void storing_the_same_again_does_nothing() throws IOException {
        objects().put(content("twice"));
        ObjectId again = objects().put(content("twice")).id();
        assertThat(read(again)).asString(StandardCharsets.UTF_8).isEqualTo("twice");
    }

    @Test
    void an_object_of_some_megabytes_comes_back_whole() throws IOException {
        byte[] large = new byte[5_000_000];
        new Random(7).nextBytes(large);
        ObjectId id = objects().put(new ByteArrayInputStream(large)).id();
        assertThat(read(id)).isEqualTo(large);
    }

    @Test
    void nothing_at_all_is_an_object_too() throws IOException {
        Objects.Stored stored = objects().put(content(""));
        assertThat(stored.size()).isZero();
        assertThat(read(stored.id())).isEmpty();
    }

    @Test
    void what_was_never_stored_is_not_there() {
        ObjectId unknown = new ObjectId("0".repeat(64));
        assertThat(objects().exists(unknown)).isFalse();
        assertThat(objects().open(unknown)).isEmpty();
        objects().delete(unknown);
    }

    @Test
    void a_deleted_object_is_gone_and_may_be_stored_again() throws IOException {
        ObjectId id = objects().put(content("gone")).id();
        assertThat(objects().exists(id)).isTrue();
        objects().delete(id);
        assertThat(objects().exists(id)).isFalse();
        assertThat(objects().open(id)).isEmpty();
        objects().put(content("gone"));
        assertThat(objects().exists(id)).isTrue();
    }

    @Test
    void every_object_is_named_once() throws IOException {
        ObjectId one = objects().put(content("first")).id();
        ObjectId other = objects().put(content("second")).id();
        Set<ObjectId> seen = new HashSet<>();
        objects().each(id -> assertThat(seen.add(id)).isTrue());
        assertThat(seen).contains(one, other);
    }

    @Test
    void damaged_content_is_never_read_to_its_end() throws IOException {
        ObjectId id = objects().put(content("whole")).id();
        damage(id, "wrong".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> read(id)).isInstanceOf(IOException.class).hasMessageContaining("damaged");
        objects().delete(id);
    }

    @Test
    void content_that_breaks_off_leaves_nothing_behind() {
        Set<ObjectId> before = new HashSet<>();
        objects().each(before::add);
        InputStream broken = new InputStream() {
            private boolean begun;

            @Override
            public int read() throws IOException {
                throw new IOException("the line broke");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                if (begun) {
                    throw new IOException("the line broke");
                }
                begun = true;
                return length;
            }
        };
        assertThatThrownBy(() -> objects().put(broken)).hasMessageContaining("the line broke");
        Set<ObjectId> after = new HashSet<>();
        objects().each(after::add);
        assertThat(after).isEqualTo(before);
    }

    private byte[] read(ObjectId id) throws IOException {
        try (InputStream input = objects().open(id).orElseThrow()) {
            return input.readAllBytes();
        }
    }

    private static InputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
