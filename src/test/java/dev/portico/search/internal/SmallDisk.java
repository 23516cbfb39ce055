package dev.portico.search.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.FilterIndexOutput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;

/// A disk that has room for a number of bytes, and then fails every write.
final class SmallDisk implements Folders.Disk {

    private final AtomicLong left = new AtomicLong(Long.MAX_VALUE);

    void roomFor(long bytes) {
        left.set(bytes);
    }

    void roomForAll() {
        left.set(Long.MAX_VALUE);
    }

    @Override
    public Directory open(Path folder) throws IOException {
        return new FilterDirectory(FSDirectory.open(folder)) {
            @Override
            public IndexOutput createOutput(String name, IOContext context) throws IOException {
                take(1);
                return new Output(in.createOutput(name, context));
            }

            @Override
            public IndexOutput createTempOutput(String prefix, String suffix, IOContext context) throws IOException {
                take(1);
                return new Output(in.createTempOutput(prefix, suffix, context));
            }
        };
    }

    private void take(long bytes) throws IOException {
        if (left.addAndGet(-bytes) < 0) {
            throw new IOException("No space left on device");
        }
    }

    private final class Output extends FilterIndexOutput {

        Output(IndexOutput out) {
            super("a file on a small disk", out.getName(), out);
        }

        @Override
        public void writeByte(byte one) throws IOException {
            take(1);
            out.writeByte(one);
        }

        @Override
        public void writeBytes(byte[] bytes, int offset, int length) throws IOException {
            take(length);
            out.writeBytes(bytes, offset, length);
        }
    }
}
