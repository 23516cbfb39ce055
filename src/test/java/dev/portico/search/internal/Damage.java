package dev.portico.search.internal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/// What may become of an index while its node is down.
enum Damage {
    A_FILE_IS_GONE {
        @Override
        void strike(Path folder, Random random) throws IOException {
            Files.delete(file(folder, random));
        }
    },
    A_BIT_IS_FLIPPED {
        @Override
        void strike(Path folder, Random random) throws IOException {
            try (RandomAccessFile file =
                    new RandomAccessFile(file(folder, random).toFile(), "rw")) {
                long at = random.nextLong(file.length());
                file.seek(at);
                int value = file.read();
                file.seek(at);
                file.write(value ^ 1 << random.nextInt(8));
            }
        }
    },
    A_FILE_IS_CUT_SHORT {
        @Override
        void strike(Path folder, Random random) throws IOException {
            try (RandomAccessFile file =
                    new RandomAccessFile(file(folder, random).toFile(), "rw")) {
                file.setLength(random.nextLong(file.length()));
            }
        }
    },
    THE_POINTER_IS_GONE {
        @Override
        void strike(Path folder, Random random) throws IOException {
            Files.delete(folder.resolveSibling("current"));
        }
    },
    THE_POINTER_POINTS_ELSEWHERE {
        @Override
        void strike(Path folder, Random random) throws IOException {
            List<String> texts = List.of("", "\n", "..", "../..", "/", "current", "\0", "nowhere", "a\nb");
            Files.writeString(folder.resolveSibling("current"), texts.get(random.nextInt(texts.size())));
        }
    },
    THE_FOLDER_IS_GONE {
        @Override
        void strike(Path folder, Random random) throws IOException {
            FileSystemUtils.deleteRecursively(folder);
        }
    },
    EVERYTHING_IS_GONE {
        @Override
        void strike(Path folder, Random random) throws IOException {
            Files.delete(folder.resolveSibling("current"));
            FileSystemUtils.deleteRecursively(folder);
        }
    };

    /// Does it to the index in the folder.
    abstract void strike(Path folder, Random random) throws IOException;

    /// One of the index's files; the file that locks it is none of them.
    private static Path file(Path folder, Random random) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files =
                    all.filter(file -> !file.endsWith("write.lock")).sorted().toList();
            return files.get(random.nextInt(files.size()));
        }
    }
}
